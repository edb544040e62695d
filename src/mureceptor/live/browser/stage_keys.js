// What each key of a talk means, the list that says so, and what comes of a press.
import { fits } from "./element.js";

/** @import {Page} from "./stage_page.js" */

export const KEYS = [
  ["Page Down, Page Up", "next scene or step, the one before (also while a control has focus)"],
  ["\u2192 \u2190 \u2191 \u2193 Space", "next, before (outside a control; inside, arrows move it)"],
  ["Home, End", "first, last scene (outside a control)"],
  ["a number, then Enter", "go to that scene"],
  ["G", "show the answer, or hide it, where a scene asks"],
  ["O", "open a room that phones follow; its code big, and back"],
  ["Q", "its code small in a corner, and back"],
  ["X", "clear the room\u2019s answers to this scene"],
  ["C", "more controls, where a figure has them"],
  ["R", "reset this scene"],
  ["B", "black screen, and back"],
  ["N", "notes, and back"],
  ["S", "open the speaker\u2019s window; in that one, the room\u2019s"],
  ["T", "clock back to 0:00"],
  ["F", "full screen"],
  ["?", "this list, and a switch that turns off the keys of one letter"],
];

/**
 * @typedef {"next" | "before" | "first" | "last" | "jump" | "digit" | "answer" | "more" | "reset"
 *   | "blank" | "notes" | "speaker" | "clock" | "full" | "room" | "corner" | "clear" | "keys" | "close"} Action
 */

/**
 * What keys do. `jump` gets the number that was typed.
 * @typedef {Record<Exclude<Action, "jump" | "digit" | "keys">, () => void>
 *   & {jump: (number: number) => void}} Acts
 */

/** @type {Record<string, Action>} */
const ALWAYS = {
  PageDown: "next", PageUp: "before", g: "answer", c: "more", r: "reset", b: "blank", ".": "blank",
  o: "room", q: "corner", x: "clear", n: "notes", s: "speaker", t: "clock", f: "full", "?": "keys", Escape: "close",
};
/** @type {Record<string, Action>} */
const OUTSIDE = {
  ArrowRight: "next", ArrowDown: "next", ArrowLeft: "before", ArrowUp: "before", Home: "first", End: "last",
};
const TYPED_INTO = "input:not([type=range], [type=radio], [type=checkbox]), textarea, select, [contenteditable=true]";

/**
 * The action that a key press asks for, if any. Digits and Enter make a number: "digit", "jump".
 * `letters` says whether keys of one character count: speech input and shaky hands hit them by
 * chance.
 * @param {KeyboardEvent} event @param {string} typing the digits so far @param {boolean} letters
 * @returns {Action | undefined}
 */
function meaning(event, typing, letters) {
  const { target, key } = event;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (fits(target, TYPED_INTO)) return undefined;
  const single = key.length === 1 && key !== " ";
  if (single && !letters && key !== "?") return undefined;
  const name = single ? key.toLowerCase() : key;
  if (ALWAYS[name]) return ALWAYS[name];
  if (/^[0-9]$/.test(key)) return "digit";
  if (key === "Enter" && typing) return "jump";
  if (key === "Enter" || fits(target, "input")) return undefined;
  if (key === " ") return fits(target, "button, a") ? undefined : "next";
  return OUTSIDE[name];
}

export class Keys {
  /** @param {Page} page @param {Acts} acts */
  constructor(page, acts) {
    this.page = page;
    this.typed = ""; // the digits of a scene's number
    this.acts = {
      ...acts,
      jump: () => acts.jump(Number(this.typed)),
      keys: () => page.keys.showModal(),
    };
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const { keys, letters } = this.page;
    const action = meaning(event, this.typed, letters.checked);
    if (!action || (action === "close" && keys.open)) return; // a dialog closes by itself
    if (event.repeat) {
      // A held key, or a clicker's long press, steps once.
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (keys.open) {
      if (!["next", "before", "keys"].includes(action)) return;
      keys.close();
      if (action === "keys") return event.preventDefault();
    }
    if (action === "digit") this.type(event.key);
    else this.acts[action]();
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {string} digit */
  type(digit) {
    this.typed = `${this.typed}${digit}`.slice(-3);
    this.page.say(`Go to scene ${this.typed}: Enter`);
  }

  // No number is being typed any more.
  forget() {
    this.typed = "";
  }
}
