// All scenes one below the other, to jump from, to rehearse with, and to print with their notes.
import { Chart } from "./chart.js";
import { make } from "./element.js";
import { raster, save } from "./save.js";
import { Notes } from "./stage_notes.js";
import { zip } from "./zip.js";

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
    const saved = make("span", { className: "live-copied", role: "status" });
    const all = make("button", {
      type: "button", className: "as-link", onclick: () => this.savePictures(all, saved),
    }, "Save all pictures (PNG, in a ZIP file)");
    parent.replaceChildren(headline, make("p", { className: "stage-save" }, all, " ", saved), spoken.box, make("ol", { className: "stage-list" }, ...items));
    spoken.load();
    this.charts = scenes.map(({ chart }, index) => new Chart(boxes[index], chart));
  }

  /** @param {HTMLButtonElement} button @param {HTMLElement} said */
  async savePictures(button, said) {
    button.disabled = true;
    try {
      const files = [];
      for (const [index, chart] of this.charts.entries()) {
        said.textContent = `Picture ${index + 1} of ${this.charts.length}`;
        const address = new URL(`?scene=${index + 1}`, location.href).href;
        const blob = await raster(await chart.picture(address));
        const name = `${String(index + 1).padStart(2, "0")}-${chart.data.view}.png`;
        files.push({ name, content: new Uint8Array(await blob.arrayBuffer()) });
      }
      save(zip(files), "application/zip", "talk.zip");
      said.textContent = "All pictures are saved.";
    } catch (error) {
      said.textContent = `The pictures could not be saved: ${error instanceof Error ? error.message : error}`;
    }
    button.disabled = false;
  }

  recolour() {
    this.charts.forEach((chart) => chart.recolour());
  }

  close() {
    this.charts.forEach((chart) => chart.close());
  }
}
