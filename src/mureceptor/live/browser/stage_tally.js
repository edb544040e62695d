// What the phones of a room said, once it is shown: guesses as a strip of dots on the chart, with the
// middle one; answers as one square each. Every vote is drawn.
import { make } from "./element.js";

/** @import {SceneData} from "../contract.js" */
/** @import {Chart} from "./chart.js" */
/** @typedef {Record<string, number>} Votes how many, by choice */

const NS = "http://www.w3.org/2000/svg";
const DOT = 7; // px, half a dot's width, in a strip that is not crowded
const CROWD = 0.3; // of the plot's width that the strip may take
const SIZES = [[30, 20], [90, 12], [Infinity, 6]]; // up to so many votes: a square's side [px]

/** @param {string} tag @param {Record<string, string | number>} attributes */
const draw = (tag, attributes, text = "") => {
  const element = document.createElementNS(NS, tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
};

export const count = (/** @type {Votes} */ votes) => Object.values(votes).reduce((sum, each) => sum + each, 0);

// The guess that as many lie above as below: the middle one, or halfway between the middle two.
/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

/**
 * Where each dot stands: at its own height, as near to the strip's edge as those before it leave
 * room.
 * @param {number[]} heights @param {number} apart
 * @returns {[number, number][]} columns from the edge, and height
 */
export function columns(heights, apart) {
  /** @type {[number, number][]} */
  const placed = [];
  for (const height of [...heights].sort((a, b) => a - b)) {
    const taken = new Set(placed.filter(([, other]) => Math.abs(other - height) < apart).map(([column]) => column));
    let column = 0;
    while (taken.has(column)) column += 1;
    placed.push([column, height]);
  }
  return placed;
}

export class Tally {
  constructor() {
    /** @type {Element | undefined} */
    this.strip = undefined;
    /** @type {string | undefined} */
    this.shown = undefined;
    /** @type {Chart | undefined} */
    this.chart = undefined;
    this.words = make("p", { className: "stage-median" });
    this.squares = make("div", { className: "stage-squares" });
    this.box = make("div", { className: "stage-tally", hidden: true }, this.words, this.squares);
  }

  hide() {
    this.shown = undefined;
    this.box.hidden = true;
    this.strip?.remove();
    this.strip = undefined;
  }

  /** Show votes on a scene and its chart. @param {SceneData} scene @param {Votes} votes @param {Chart} chart */
  show({ guess, answers }, votes, chart) {
    const { clientWidth } = chart.dom.panels.main;
    const shown = JSON.stringify([answers, votes, clientWidth]);
    if (shown === this.shown && this.chart === chart) return; // at each step of a drag
    this.hide();
    this.shown = shown;
    this.chart = chart;
    const total = count(votes);
    if (!total) return;
    this.box.hidden = false;
    if (guess) this.guesses(votes, total, chart.dom.panels.main);
    else this.answered(answers, votes, total);
  }

  /** @param {Votes} votes @param {number} total @param {Element} plot */
  guesses(votes, total, plot) {
    /** @type {number[]} */
    const guesses = Object.entries(votes).flatMap(([choice, many]) => Array(many).fill(Number(choice)));
    const middle = median(guesses);
    this.words.textContent = total === 1 ? `The room’s one guess is ${middle} %.`
      : `Of the room’s ${total} guesses the middle one (median) is ${middle} %.`;
    this.squares.replaceChildren();
    this.strip = draw("svg", { class: "stage-strip", role: "img", "aria-label": this.words.textContent });
    plot.parentElement?.append(this.strip);
    const { clientWidth: width, clientHeight: height } = this.strip;
    const at = (/** @type {number} */ guess) => height * (1 - guess / 100);
    let half = DOT;
    let dots = columns(guesses.map(at), 2 * half);
    while (half > 1 && Math.max(...dots.map(([column]) => column)) * 2 * half > CROWD * width) {
      half -= 1;
      dots = columns(guesses.map(at), 2 * half);
    }
    const edge = width - 4 * DOT;
    const line = at(middle);
    const reach = edge - (Math.max(...dots.map(([column]) => column)) + 1) * 2 * half - DOT;
    this.strip.append(
      draw("line", { x1: reach, x2: edge + DOT, y1: line, y2: line }),
      draw("text", { x: edge + DOT, y: -3 * DOT, "text-anchor": "end" }, `middle guess ${middle} %`), // above the plot, clear of its labels
      ...dots.map(([column, y]) => draw("circle", { cx: edge - column * 2 * half, cy: y, r: half - 0.5 })));
  }

  /** @param {string[]} answers @param {Votes} votes @param {number} total */
  answered(answers, votes, total) {
    this.words.textContent = "";
    const [, side] = SIZES.find(([most]) => total <= most) ?? SIZES[0];
    this.squares.style.setProperty("--side", `${side}px`);
    this.squares.replaceChildren(...answers.map((words, i) => {
      const many = votes[i] ?? 0;
      return make("div", {}, make("b", {}, words), make("span", {}, `${many} of ${total}`),
        make("div", { ariaHidden: "true" }, ...Array.from({ length: many }, () => make("i"))));
    }));
  }
}
