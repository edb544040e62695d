// The speaker's notes: fetched only by a window that shows them, and kept from all others. Those of a
// talk of one's own open with a word.
import { make } from "./element.js";
import { read, write } from "./storage.js";

const WORD = "talk-word";

export class Notes {
  /**
   * Calls `come` with the notes of all scenes, once they are here.
   * @param {string} rooms @param {(notes: string[]) => void} come
   */
  constructor(rooms, come) {
    this.address = `${rooms}/notes`;
    this.come = come;
    this.here = false;
    const word = make("input", { id: "notes-word", autocomplete: "off" });
    this.status = make("p", { role: "status" });
    this.form = make("form", {
      className: "stage-word", hidden: true,
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        write("sessionStorage", WORD, word.value);
        this.load();
      },
    }, make("label", { htmlFor: "notes-word" }, "The notes open with the speaker\u2019s word (the log of the server tells it):"),
    word, make("button", {}, "Open"));
    this.box = make("div", {}, this.form, this.status);
  }

  async load() {
    if (this.here) return;
    const headers = { "Speaker-Word": encodeURIComponent(read("sessionStorage", WORD) ?? "") };
    const answer = await fetch(this.address, { cache: "no-store", headers }).catch(() => undefined);
    this.form.hidden = answer?.status !== 403;
    this.status.textContent = answer ? "" : "The notes cannot be fetched just now.";
    if (!answer?.ok) return;
    this.here = true;
    this.come(await answer.json());
  }
}
