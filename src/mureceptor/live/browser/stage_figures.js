// A talk's figures: the one on show; its neighbours, drawn ahead out of sight, so that a step only
// swaps; and where each of them was left.
import { apart } from "./apart.js";
import { Chart } from "./chart.js";
import { addressOf } from "./chart_address.js";
import { make, the } from "./element.js";
import { keepClear } from "./stage_caution.js";
import { prefetch } from "./sweep.js";

/** @import {SceneData, Texts} from "../contract.js" */
/** @typedef {{box: HTMLElement, chart: Chart, more: HTMLElement | undefined}} Figure */

const AHEAD_MS = 60; // first what the room looks at, then its neighbours

export class Figures {
  /**
   * `moved` is called with a scene's index at each step of its figure.
   * @param {HTMLElement} place @param {SceneData[]} scenes @param {(index: number) => void} moved
   */
  constructor(place, scenes, moved) {
    this.place = place;
    this.scenes = scenes;
    this.moved = moved;
    this.now = NaN; // the index on show: none yet
    /** @type {Map<number, Figure>} */
    this.figures = new Map(); // by index of the scene
    /** @type {Map<number, Texts>} */
    this.kept = new Map(); // by index: the texts of a figure that was left
  }

  /** The chart of a scene. @param {number} index */
  at(index) {
    return (this.figures.get(index) ?? this.add(index)).chart;
  }

  /** @param {number} index */
  add(index) {
    const box = make("div", { className: "stage-figure" });
    this.place.append(box);
    const chart = new Chart(box, this.scenes[index].chart, () => this.moved(index));
    keepClear(box, chart.closing.signal);
    const figure = { box, chart, more: setApart(chart) };
    this.stand(index, figure);
    const texts = this.kept.get(index);
    if (texts) chart.set(texts);
    this.figures.set(index, figure);
    return figure;
  }

  /** @param {number} index */
  show(index) {
    this.now = index;
    for (const [each, figure] of this.figures) this.stand(each, figure);
    this.at(index).fit();
    clearTimeout(this.ahead);
    this.ahead = setTimeout(() => this.drawAhead(), AHEAD_MS);
  }

  /** @param {number} index @param {Figure} figure */
  stand(index, { box, more }) {
    const shown = index === this.now;
    box.classList.toggle("shown", shown);
    box.classList.toggle("next", index === this.now + 1);
    box.inert = !shown;
    if (more) more.hidden = true;
  }

  /** @param {number} index */
  leave(index) {
    const chart = this.at(index);
    chart.halt(); // or it would still write itself into the next scene's address
    this.kept.set(index, chart.now());
  }

  // Neighbours are drawn, others are only fetched.
  drawAhead() {
    for (const [index, { box, chart }] of this.figures) {
      if (Math.abs(index - this.now) > 1) {
        this.kept.set(index, chart.now());
        chart.close();
        box.remove();
        this.figures.delete(index);
      }
    }
    for (const index of [this.now + 1, this.now - 1]) if (this.scenes[index]) this.at(index).fit();
    const form = this.at(this.now).dom.root.dataset.form ?? "scene";
    for (const { chart } of this.scenes) {
      const { texts } = chart;
      const wanted = texts.answer ? [texts, { ...texts, answer: "shown" }] : [texts];
      for (const { field, options } of chart.choices.filter((choice) => choice.steps)) {
        wanted.push(...Object.keys(options).map((option) => ({ ...texts, [field]: option })));
      }
      for (const each of wanted) prefetch(addressOf(chart, each, form));
    }
  }

  /** @param {number} index */
  toggleMore(index) {
    const more = this.figures.get(index)?.more;
    if (!more) return;
    more.hidden = !more.hidden;
    if (!more.hidden) the("input", more).focus();
  }

  /** @param {number} index */
  hideMore(index) {
    const more = this.figures.get(index)?.more;
    if (more) more.hidden = true;
  }

  recolour() {
    this.figures.forEach(({ chart }) => chart.recolour());
  }

  close() {
    clearTimeout(this.ahead);
    this.figures.forEach(({ chart }) => chart.close());
  }
}

/**
 * In a scene only the first control stands; what else can be set waits in the panel returned.
 * @param {Chart} chart
 */
function setApart(chart) {
  const { root } = chart.dom;
  const others = apart(root);
  if (!others.length) return undefined;
  const panel = make("div", { className: "stage-more", hidden: true }, ...others);
  const open = make("button", {
    type: "button", className: "as-link stage-more-open", onclick: () => { panel.hidden = !panel.hidden; },
  }, "More controls");
  root.append(open, panel);
  return panel;
}
