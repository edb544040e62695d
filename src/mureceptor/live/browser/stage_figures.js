// A talk's figures: the one on show; its neighbours, drawn ahead out of sight, so that a step only
// swaps; and where each of them was left.
import { addressOf, Chart } from "./chart.js";
import { make } from "./dom.js";
import { prefetch } from "./sweep.js";

const AHEAD_MS = 60; // first what the room looks at, then its neighbours

export class Figures {
  // `moved` is called with a scene's index at each step of its figure.
  constructor(place, scenes, moved) {
    this.place = place;
    this.scenes = scenes;
    this.moved = moved;
    this.charts = new Map(); // by index of the scene
    this.kept = new Map(); // by index: the texts of a figure that was left
  }

  at(index) {
    if (!this.charts.has(index)) {
      const box = make("div", { className: "stage-figure" });
      this.place.append(box);
      const chart = new Chart(box, this.scenes[index].chart, () => this.moved(index));
      chart.box = box;
      setApart(chart);
      this.stand(index, box);
      if (this.kept.has(index)) chart.set(this.kept.get(index));
      this.charts.set(index, chart);
    }
    return this.charts.get(index);
  }

  show(index) {
    this.now = index;
    for (const [each, { box }] of this.charts) this.stand(each, box);
    this.at(index).fit();
    clearTimeout(this.ahead);
    this.ahead = setTimeout(() => this.drawAhead(), AHEAD_MS);
  }

  stand(index, box) {
    const shown = index === this.now;
    box.classList.toggle("shown", shown);
    box.classList.toggle("next", index === this.now + 1);
    box.inert = !shown;
    this.hideMore(index);
  }

  leave(index) {
    const chart = this.at(index);
    chart.halt(); // or it would still write itself into the next scene's address
    this.kept.set(index, chart.now());
  }

  // Neighbours are drawn, others are only fetched.
  drawAhead() {
    for (const [index, chart] of this.charts) {
      if (Math.abs(index - this.now) > 1) {
        this.kept.set(index, chart.now());
        chart.close();
        chart.box.remove();
        this.charts.delete(index);
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

  toggleMore(index) {
    const { more } = this.at(index).box;
    if (!more) return;
    more.hidden = !more.hidden;
    if (!more.hidden) more.querySelector("input").focus();
  }

  hideMore(index) {
    const more = this.charts.get(index)?.box.more;
    if (more) more.hidden = true;
  }

  recolour() {
    this.charts.forEach((chart) => chart.recolour());
  }

  close() {
    clearTimeout(this.ahead);
    this.charts.forEach((chart) => chart.close());
  }
}

// In a scene only the first control stands; what else can be set waits in a panel.
function setApart(chart) {
  const { root } = chart.dom;
  const others = [...root.querySelectorAll(".live-control:not(:first-child), .live-choice:not(:has([data-field=answer]))")];
  if (!others.length) return;
  const panel = make("div", { className: "stage-more", hidden: true }, ...others);
  const open = make("button", {
    type: "button", className: "as-link stage-more-open", onclick: () => { panel.hidden = !panel.hidden; },
  }, "More controls");
  root.append(open, panel);
  chart.box.more = panel;
}
