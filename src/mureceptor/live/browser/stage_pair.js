// The two windows of one talk in one browser: the room's, and its speaker's. Each follows the other,
// and no third: a tab to rehearse in, or a link to a scene, is a room of its own.
import { read, write } from "./storage.js";

/** @import {Texts} from "../contract.js" */
/** @import {Place} from "./stage_room.js" */
/**
 * Where a talk is.
 * @typedef {{scene: number, texts: Texts, answered: boolean, black: boolean, room?: Place,
 *   inviting: string}} Stand
 */
/**
 * What windows say to each other: one looks for a room, offers itself to a `pair`, asks where the
 * other stands, leaves, or says where it stands (and whether that answers a question).
 * @typedef {{seeks?: boolean, offers?: string, asks?: boolean, answers?: boolean, leaves?: boolean}
 *   & Partial<Stand>} Message
 */

const KEY = "talk-pair";

export class Pair {
  /**
   * Calls `met` when the other window is there, `stand` to tell it where this one stands, and `hear`
   * with where the other one does.
   * @param {string} kind
   * @param {{met: () => void, stand: () => Stand, hear: (stand: Stand) => void}} on
   */
  constructor(kind, on) {
    this.kind = kind;
    this.on = on;
    this.paired = false;
    this.moved = false; // by hand, since this window asked where the other one stands
    // A tab stays in its pair over a reload. Meanwhile the store is empty: a copy of this tab, and
    // each window that it opens, begins with a copy of that too.
    const named = new URLSearchParams(location.search).get("pair");
    const stored = read("sessionStorage", KEY);
    write("sessionStorage", KEY, "");
    this.id = named || stored || Math.random().toString(36).slice(2, 10);
    this.alone = kind === "speaker" && !named && !stored; // opened by hand, so it looks for a room
    this.left = new AbortController();
    addEventListener("pagehide", () => this.goes(), { signal: this.left.signal });
    addEventListener("pageshow", ({ persisted }) => persisted && this.comes(), { signal: this.left.signal });
    if (!window.BroadcastChannel) return;
    this.channel = new BroadcastChannel(`talk ${location.pathname}`);
    this.channel.onmessage = ({ data }) => this.take(data);
    // A room that was sent to another scene by hand takes its speaker along; else it asks.
    /** @type {any} */
    const [entry] = performance.getEntriesByType("navigation");
    const sent = entry?.type === "navigate";
    if (kind === "audience" && stored && sent) this.tell();
    else this.comes();
  }

  comes() {
    write("sessionStorage", KEY, "");
    this.moved = false;
    this.say(this.alone ? { seeks: true } : { asks: true });
  }

  goes() {
    write("sessionStorage", KEY, this.id);
    this.say({ leaves: true });
  }

  // This window was moved by hand: the other one is to follow.
  tell() {
    this.moved = true;
    this.say(this.on.stand());
  }

  /** @param {Message} message */
  say(message) {
    this.channel?.postMessage({ pair: this.id, kind: this.kind, ...message });
  }

  /** @param {any} data */
  take({ pair, kind, seeks, offers, asks, answers, leaves, ...stand }) {
    if (kind === this.kind) return;
    if (seeks && !this.paired) this.say({ offers: pair });
    if (offers === this.id && this.alone) {
      this.id = pair;
      if (this.moved) this.tell(); // before the room was found
      this.say({ asks: true });
    }
    if (pair !== this.id || seeks || offers) return;
    if (!leaves && !this.paired) this.on.met();
    this.paired = !leaves;
    if (leaves) return;
    this.alone = false;
    if (asks) this.say({ answers: true, ...this.on.stand() });
    else if (!(answers && this.moved)) this.on.hear(stand); // the answer is older than the move
  }

  close() {
    this.goes();
    this.left.abort();
    this.channel?.close();
  }
}
