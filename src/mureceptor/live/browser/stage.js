// A talk: scenes made of the explainer's own figures, stepped by clicker, keys or touch. Nothing
// here needs the server once the figures are fetched; the room and its speaker's window go together.
import { mounts } from "./mounts.js";
import { stayAwake } from "./stage_awake.js";
import { Clock } from "./stage_clock.js";
import { Figures } from "./stage_figures.js";
import { Invite } from "./stage_invite.js";
import { Keys } from "./stage_keys.js";
import { Overview } from "./stage_list.js";
import { Notes } from "./stage_notes.js";
import { Page } from "./stage_page.js";
import { Pair } from "./stage_pair.js";
import { Room } from "./stage_room.js";
import { fitScreen } from "./stage_screen.js";
import { count, Tally } from "./stage_tally.js";
import { onSwipe } from "./swipe.js";

/** @import {TalkData, Texts} from "../contract.js" */
/** @import {Stand} from "./stage_pair.js" */

export const mount = mounts((element, /** @type {TalkData} */ data) => {
  const Kind = data.window === "list" ? Overview : Stage;
  return new Kind(element, data);
});

class Stage {
  /** @param {Element} parent @param {TalkData} talk */
  constructor(parent, { scenes, health, rooms, window: kind, number, notice }) {
    this.scenes = scenes;
    this.kind = kind;
    this.now = number - 1;
    this.answered = new Set(); // indices of scenes whose question was answered by key or button
    const query = new URLSearchParams(location.search);
    if (query.has("answered")) this.answered.add(this.now);
    this.inviting = query.get("code") ?? ""; // how the room's code stands on the screen: "big", "corner" or not
    this.invite = new Invite({
      open: () => this.openRoom(),
      show: (how) => this.inviteBy(how),
      clear: () => this.clear(),
      end: () => this.room.end(),
    });
    this.tally = new Tally();
    this.room = new Room(rooms, {
      stand: () => this.seen(),
      changed: () => this.count(),
      shared: () => this.tell(),
      say: (words) => this.page.say(words),
    });
    /** @type {string[]} */
    this.spoken = []; // the notes, once they are here
    this.notes = new Notes(rooms, (spoken) => {
      this.spoken = spoken;
      this.page.showNotes(spoken[this.now] ?? "");
    });
    this.page = new Page(parent, kind, {
      before: () => this.step(-1),
      next: () => this.step(1),
      answer: () => this.answer(),
      blank: () => this.blank(),
      clock: () => this.clock.restart(),
    }, this);
    this.figures = new Figures(this.page.figures, scenes, (index) => this.moved(index));
    this.clock = new Clock(this.page.clock);
    this.left = new AbortController();
    const { signal } = this.left;
    this.keys = new Keys(this.page, {
      next: () => this.step(1),
      before: () => this.step(-1),
      first: () => this.go(0),
      last: () => this.go(this.scenes.length - 1),
      jump: (number) => this.go(number - 1),
      answer: () => this.answer(),
      room: () => (this.room.isOpen && this.inviting === "big" ? this.inviteBy("") : this.openRoom()),
      corner: () => this.inviteBy(this.inviting === "corner" ? "" : "corner"),
      clear: () => this.clear(),
      more: () => this.figures.toggleMore(this.now),
      reset: () => this.reset(),
      blank: () => this.blank(),
      notes: () => this.toggleNotes(),
      speaker: () => this.openOther(),
      clock: () => this.clock.restart(),
      full: () => this.fullScreen(),
      close: () => this.closeAll(),
    });
    addEventListener("keydown", (event) => this.keys.press(event), { capture: true, signal });
    this.fit = fitScreen(this.page, kind, signal);
    onSwipe(this.page.scene, (by) => this.step(by));
    stayAwake(health, this.page.offline, signal);
    this.show();
    this.page.say(notice);
    this.pair = new Pair(kind, {
      met: () => this.page.say(""),
      stand: () => this.stand(),
      hear: (stand) => this.hear(stand),
    });
    this.room.resume();
    if (kind === "speaker") this.notes.load();
    if (this.pair.alone) this.page.say(notice || "No room follows this window yet. S opens one.");
  }

  close() {
    this.now = -1; // a scene that is on its way does not come any more
    this.left.abort();
    this.clock.stop();
    this.pair.close();
    this.room.close();
    this.figures.close();
  }

  recolour() {
    this.figures.recolour();
  }

  // --- Scenes --------------------------------------------------------------------------------

  // One click on or back: through the steps of a figure where its scene asks for that, else a scene.
  /** @param {number} by */
  step(by) {
    if (this.scenes[this.now].steps && this.chart.step(by)) this.blank(false);
    else this.go(this.now + by);
  }

  /** @param {number} number */
  go(number, { silent = false } = {}) {
    const to = Math.max(0, Math.min(this.scenes.length - 1, number));
    this.blank(false, { silent });
    this.keys.forget();
    this.page.say("");
    if (this.inviting === "big") this.inviteBy("", { silent: true });
    if (to === this.now) return;
    this.figures.leave(this.now);
    this.now = to;
    this.address(this.figures.kept.get(to) ?? {});
    this.show();
    if (!silent) this.tell();
  }

  // Put scene, state and window into the address, so that a reload comes back here.
  /** @param {Texts} texts */
  address(texts) {
    const query = new URLSearchParams({ scene: String(this.now + 1) });
    if (this.kind === "speaker") {
      query.set("view", this.kind);
      if (!this.pair.alone) query.set("pair", this.pair.id);
    }
    if (this.answered.has(this.now)) query.set("answered", "yes");
    if (this.inviting && this.room.isOpen) query.set("code", this.inviting);
    const { view } = this.scenes[this.now].chart;
    for (const [field, text] of Object.entries(texts)) query.set(`${view}.${field}`, text);
    history.replaceState(history.state, "", `?${query}`);
  }

  // A scene that is not drawn yet takes the place of the one before once it is, so no blank shows.
  async show() {
    const index = this.now;
    const chart = this.figures.at(index);
    if (!chart.display.painted && this.page.filled) await chart.fit();
    if (index !== this.now) return;
    this.page.show(this.scenes, index);
    this.page.showNotes(this.spoken[index] ?? "");
    this.figures.show(index);
    this.fit();
    this.ask();
  }

  /** @param {number} index */
  moved(index) {
    if (index !== this.now) return;
    this.ask();
    this.tell();
  }

  get chart() {
    return this.figures.at(this.now);
  }

  reset() {
    this.setAnswered(false);
    this.chart.choose({ ...this.scenes[this.now].usual });
  }

  // --- Asking the room -------------------------------------------------------------------------

  // The question stands where the sentence will, which answers it: when it is asked for, or once
  // the figure is moved. A figure with a guess on it keeps its answer in its own state.
  get asking() {
    const { question, usual } = this.scenes[this.now];
    const texts = this.chart.now();
    if (!question || this.answered.has(this.now)) return false;
    if (texts.answer) return texts.answer !== "shown";
    return Object.keys(usual).every((field) => texts[field] === usual[field]);
  }

  ask() {
    this.page.root.toggleAttribute("data-asking", this.asking);
    this.count();
  }

  answer() {
    const { answer } = this.chart.now();
    if (answer) {
      this.chart.choose({ answer: answer === "shown" ? "hidden" : "shown" });
    } else if (this.scenes[this.now].question) {
      this.setAnswered(!this.answered.has(this.now));
      this.tell();
    }
  }

  /** @param {boolean} yes */
  setAnswered(yes) {
    if (yes) this.answered.add(this.now);
    else this.answered.delete(this.now);
    this.address(this.chart.now());
    this.ask();
  }

  // --- The room --------------------------------------------------------------------------------

  async openRoom() {
    if (await this.room.open()) this.inviteBy("big");
  }

  /** @param {string} how "big", "corner" or nothing */
  inviteBy(how, { silent = false } = {}) {
    this.inviting = how;
    this.address(this.chart.now());
    this.count();
    if (!silent) this.tell();
  }

  clear() {
    if (this.room.isOpen) this.room.clear(this.now);
    this.count();
  }

  // Where the talk stands, for the phones of its room.
  seen() {
    return {
      scene: this.now,
      texts: this.chart.now(),
      asks: this.asking,
      black: this.page.isBlack,
      turn: this.room.turn(this.now),
    };
  }

  // Show how many there are; and what they said, once the scene's answer is shown.
  count() {
    if (this.now === undefined || !this.page.filled) return;
    const scene = this.scenes[this.now];
    const votes = this.room.votes(this.now);
    const said = count(votes);
    const asks = scene.guess || scene.answers.length;
    const answered = asks ? `${said} answered` : "";
    this.page.answered.textContent = this.room.isOpen && asks ? `${said} of ${this.room.counts.seats} phones have answered.` : "";
    this.invite.show(this.room, this.inviting, answered);
    if (this.room.isOpen && asks && !this.asking) this.tally.show(scene, votes, this.chart);
    else this.tally.hide();
  }

  // --- The other window ----------------------------------------------------------------------

  tell() {
    this.room.say();
    this.pair.tell();
  }

  stand() {
    return {
      scene: this.now,
      texts: this.chart.now(),
      answered: this.answered.has(this.now),
      black: this.page.isBlack,
      room: this.room.place,
      inviting: this.inviting,
    };
  }

  /** @param {Stand} stand */
  hear({ scene, texts, answered, black, room, inviting }) {
    if (!this.scenes[scene]) return;
    if (room) this.room.enter(room);
    if (scene !== this.now) this.go(scene, { silent: true });
    this.blank(black, { silent: true });
    this.chart.mirror(texts);
    if (answered === this.answered.has(scene)) this.ask();
    else this.setAnswered(answered);
    this.inviteBy(inviting, { silent: true });
  }

  // The speaker's window beside the room's; or the room's beside a speaker's.
  openOther() {
    const other = this.kind === "speaker" ? "audience" : "speaker";
    const query = new URLSearchParams(location.search);
    query.set("view", other);
    query.set("pair", this.pair.id);
    if (open(`?${query}`, `${other}-${this.pair.id}`)) return;
    this.page.say(`The browser blocked the other window. Allow it, or open ${new URL(`?${query}`, location.href)}`);
  }

  // --- What else a key or a button does ---------------------------------------------------------

  closeAll() {
    this.keys.forget();
    this.page.say("");
    this.page.hideNotes();
    this.figures.hideMore(this.now);
  }

  toggleNotes() {
    this.notes.load();
    this.page.toggleNotes();
  }

  fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.();
  }

  blank(black = !this.page.isBlack, { silent = false } = {}) {
    if (this.page.isBlack === black) return;
    this.page.blacken(black);
    if (!silent) this.tell();
  }
}
