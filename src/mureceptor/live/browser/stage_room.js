// The room that goes with a talk: phones follow it, and say what they think. Each window of the talk
// that knows the room's key speaks in it, so that either may be closed or reloaded.
import { Line } from "./room_line.js";
import { read, write } from "./storage.js";

/** @import {CountsData, SeenData} from "../contract.js" */
/**
 * A room, as its speaker's windows know it. `alone`: its server listens to this computer only;
 * `turns`: by scene, how often its answers were cleared.
 * @typedef {{code: string, key: string, alone: boolean, turns: Record<number, number>}} Place
 */

const KEY = "talk-room";
const SAY_MS = 40;
/** @type {CountsData} */
const NOBODY = { seats: 0, scene: -1, turn: 0, votes: {}, apart: false };

export class Room {
  /**
   * `rooms` is the path that all rooms are below. Calls `stand` for where the talk stands, `changed`
   * when there is more to show, `shared` when the other window must know, and `say` with a refusal.
   * @param {string} rooms
   * @param {{stand: () => Omit<SeenData, "talk">, changed: () => void, shared: () => void,
   *   say: (words: string) => void}} on
   */
  constructor(rooms, on) {
    this.rooms = rooms;
    this.on = on;
    this.counts = NOBODY;
    /** @type {Place | undefined} */
    this.place = undefined;
    /** @type {Line | undefined} */
    this.line = undefined;
    this.isCut = false; // the line was lost and has not come back
    /** @type {number | undefined} */
    this.later = undefined;
    this.last = -SAY_MS; // when something was said
    this.left = new AbortController();
    addEventListener("pagehide", () => this.goes(), { signal: this.left.signal });
  }

  // Go on in the room that this tab was in before it was reloaded. Meanwhile the store is empty: a
  // copy of this tab, to rehearse in, is not to speak too.
  resume() {
    const kept = read("sessionStorage", KEY);
    write("sessionStorage", KEY, "");
    if (kept) this.enter(JSON.parse(kept));
  }

  goes() {
    write("sessionStorage", KEY, this.isOpen ? JSON.stringify(this.place) : "");
  }

  get isOpen() {
    return Boolean(this.place);
  }

  get code() {
    return this.place?.code ?? "";
  }

  get path() {
    return `${this.rooms}/${this.code}`;
  }

  // Returns whether there is one now.
  async open() {
    if (this.isOpen) return true;
    const answer = await fetch(`${this.rooms}/new`, { cache: "no-store" }).catch(() => undefined);
    if (!answer?.ok) {
      this.on.say(`No room was opened: ${answer ? await answer.text() : "the server cannot be reached"}.`);
      return false;
    }
    this.enter({ ...await answer.json(), turns: {} });
    this.on.shared();
    return true;
  }

  /** Take part in a room. @param {Place} place */
  enter(place) {
    const same = place.key === this.place?.key && place.code === this.code;
    this.place = place;
    if (same) return;
    this.line?.close();
    this.isCut = false;
    this.line = new Line(this.path, () => ["speaker", this.place?.key ?? ""], {
      open: () => {
        this.cut(false);
        this.speak();
      },
      hear: (counts) => {
        this.counts = counts;
        this.on.changed();
      },
      lost: () => {
        this.cut(true);
        this.askForKey();
      },
      over: () => this.leave(),
    });
    this.on.changed();
  }

  /** @param {boolean} yes */
  cut(yes) {
    this.isCut = yes;
    this.on.changed();
  }

  // What keeps phones from following just now, in words.
  get trouble() {
    if (this.isCut) return "No connection to the room. This page goes on trying.";
    return this.counts.apart ? "Some phones may not follow just now. The server goes on trying." : "";
  }

  // After a restart the server may know no key of before: then it gives another for the same room.
  async askForKey() {
    const answer = await fetch(`${this.path}?key`, { cache: "no-store" }).catch(() => undefined);
    if (!answer?.ok || !this.place) return;
    const given = await answer.json();
    const other = given.key !== this.place.key;
    this.place = { ...this.place, ...given };
    if (other) this.line?.again(); // at once: the phones wait for it
    this.on.shared();
  }

  end() {
    this.line?.say({ close: true });
    this.leave();
  }

  leave() {
    this.line?.close();
    this.place = undefined;
    this.isCut = false;
    this.counts = NOBODY;
    this.on.changed();
  }

  close() {
    this.goes();
    this.left.abort();
    clearTimeout(this.later);
    this.line?.close();
  }

  // --- What is said ------------------------------------------------------------------------------

  /** @param {number} scene */
  turn(scene) {
    return this.place?.turns[scene] ?? 0;
  }

  /** @param {number} scene */
  clear(scene) {
    if (!this.place) return;
    this.place = { ...this.place, turns: { ...this.place.turns, [scene]: this.turn(scene) + 1 } };
    this.on.shared();
    this.say();
  }

  // At each step of a drag; what comes too fast is overtaken by the newest.
  say() {
    if (!this.isOpen || this.later) return;
    const wait = SAY_MS - (performance.now() - this.last);
    if (wait <= 0) this.speak();
    else {
      this.later = setTimeout(() => {
        this.later = undefined;
        this.speak();
      }, wait);
    }
  }

  speak() {
    this.last = performance.now();
    this.line?.say(this.on.stand());
  }

  /**
   * The votes of this scene by choice; none while they are of another or of before they were cleared.
   * @param {number} scene @returns {Record<string, number>}
   */
  votes(scene) {
    const { counts } = this;
    return counts.scene === scene && counts.turn === this.turn(scene) ? counts.votes : {};
  }
}
