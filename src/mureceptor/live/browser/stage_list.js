// All scenes one below the other, to jump from, to rehearse with, and to print with their notes.
import { Chart } from "./chart.js";
import { make } from "./element.js";
import { Notes } from "./stage_notes.js";

/** @import {TalkData} from "../contract.js" */

export class Overview {
  /** @param {Element} parent @param {TalkData} talk */
  constructor(parent, { scenes, rooms }) {
    const boxes = scenes.map(() => make("div", { className: "stage-small" }));
    const notes = scenes.map(() => make("p", { className: "stage-notes" }));
    const spoken = new Notes(rooms, (words) => notes.forEach((note, index) => { note.textContent = words[index]; }));
    const items = scenes.map((scene, index) =>
      make("li", {},
        make("h2", {}, make("a", { href: `?scene=${index + 1}` }, `${index + 1}. ${scene.headline}`)),
        boxes[index],
        make("div", { className: "stage-said" },
          make("p", { className: "stage-question" }, scene.question),
          notes[index])));
    document.title = "The talk, scene by scene";
    const headline = make("h1", { className: "headline" }, document.title);
    parent.replaceChildren(headline, spoken.box, make("ol", { className: "stage-list" }, ...items));
    spoken.load();
    this.charts = scenes.map(({ chart }, index) => new Chart(boxes[index], chart));
  }

  recolour() {
    this.charts.forEach((chart) => chart.recolour());
  }

  close() {
    this.charts.forEach((chart) => chart.close());
  }
}
