// A talk's elements, and the words of a scene in them.
import { make } from "./element.js";
import { KEYS } from "./stage_keys.js";
import { read, write } from "./storage.js";

/** @import {SceneData} from "../contract.js" */
/** @import {Invite} from "./stage_invite.js" */
/** @import {Notes} from "./stage_notes.js" */
/** @import {Tally} from "./stage_tally.js" */

/** @param {string} words @param {string} label @param {() => void} onclick */
const button = (words, label, onclick) => make("button", { type: "button", ariaLabel: label, onclick }, words);

export class Page {
  /**
   * @param {Element} parent @param {string} kind
   * @param {Record<"before" | "next" | "answer" | "blank" | "clock", () => void>} on
   * @param {{notes: Notes, tally: Tally, invite: Invite}} parts
   */
  constructor(parent, kind, on, { notes, tally, invite }) {
    this.kind = kind;
    this.status = make("p", { className: "stage-status", role: "status" });
    this.offline = make("p", { className: "stage-offline", role: "status" });
    this.where = make("p", { className: "stage-where" });
    this.tag = make("span", { className: "tag" });
    this.place = make("span", { className: "stage-place" });
    this.headline = make("h1", { className: "stage-headline" });
    this.figures = make("div", { className: "stage-figures" });
    this.question = make("p", { className: "stage-question" });
    this.answered = make("p", { className: "stage-answered" });
    const asked = make("div", { className: "stage-asked" }, this.question, this.answered, button("Show the answer", "", on.answer));
    this.flow = [this.figures, asked, tally.box]; // one below the other
    this.scene = make("div", { className: "stage-scene" },
      make("div", { className: "stage-top" }, this.status, this.offline, this.where, this.tag,
        button("\u2039", "Scene before", on.before), this.place, button("\u203a", "Next scene", on.next),
        button("?", "Keys", () => this.keys.showModal())),
      this.headline, ...this.flow, invite.box);
    this.after = make("p", { className: "stage-after" });
    this.clock = make("p", { className: "stage-clock" });
    this.notes = make("p", { className: "stage-notes" });
    this.aside = make("section", { className: "stage-aside", ariaLabel: "Notes", hidden: kind !== "speaker" },
      make("div", { className: "stage-time" }, this.clock, button("Back to 0:00", "", on.clock)), invite.panel, notes.box, this.notes);
    this.black = make("div", { className: "stage-black", hidden: true, onclick: on.blank });
    this.letters = make("input", {
      type: "checkbox", checked: read("localStorage", "talk-letters") !== "off",
      onchange: () => write("localStorage", "talk-letters", this.letters.checked ? "on" : "off"),
    });
    this.keys = make("dialog", { className: "stage-keys" }, make("h2", {}, "Keys"),
      make("dl", {}, ...KEYS.flatMap(([key, does]) => [make("dt", {}, key), make("dd", {}, does)])),
      make("label", {}, this.letters, " Keys of one letter or digit"),
      make("form", { method: "dialog" }, make("button", { className: "as-link" }, "Close")));
    this.root = make("section", { className: "stage", "data-window": kind, ariaLabel: "Talk" },
      this.scene, this.aside, this.after, this.black, this.keys);
    parent.replaceChildren(this.root);
  }

  get filled() {
    return this.headline.textContent !== "";
  }

  /** @param {SceneData[]} scenes @param {number} index */
  show(scenes, index) {
    const { headline, where, link, chart, question } = scenes[index];
    document.title = headline;
    this.headline.textContent = headline;
    const chapter = make("a", { href: `.${link}` }, where);
    // The room is told at the end where to read on.
    if (index === scenes.length - 1) chapter.append(` \u00b7 ${chapter.host}${chapter.pathname}`);
    const parts = [where && chapter, chart.note].filter(Boolean);
    this.where.replaceChildren(...parts.flatMap((part, i) => (i ? [" \u00b7 ", part] : [part])));
    const { kind, words } = chart.tag;
    this.tag.textContent = words;
    this.tag.className = `tag tag-${kind}`;
    this.place.textContent = `${index + 1} / ${scenes.length}`;
    this.question.textContent = question;
    const after = scenes[index + 1];
    this.after.textContent = after ? `Next: ${after.headline}` : "This is the last scene.";
  }

  /** @param {string} words */
  showNotes(words) {
    this.notes.textContent = words;
  }

  /** What is said quietly, above the scene. @param {string} words */
  say(words) {
    this.status.textContent = words;
  }

  get isBlack() {
    return !this.black.hidden;
  }

  /** @param {boolean} black */
  blacken(black) {
    this.black.hidden = !black;
    this.root.toggleAttribute("data-black", black);
  }

  toggleNotes() {
    this.aside.hidden = !this.aside.hidden && this.kind !== "speaker";
  }

  hideNotes() {
    this.aside.hidden = this.kind !== "speaker";
  }
}
