// A figure without Streamlit: it needs its record, what `fetch` brings, and Plotly.
import { Chart } from "./chart.js";
import { addressOf } from "./chart_address.js";
import { make, the } from "./element.js";
import { load } from "./plot.js";
import { fetchSweep } from "./sweep.js";
import { onSwipe } from "./swipe.js";
import { all, pressedIn, twin } from "./twin.js";

/** @import {ChartData} from "../contract.js" */

const DARK = matchMedia("(prefers-color-scheme: dark)");

/**
 * A live figure that takes up the system's theme by itself. `moved` is called at each step.
 * @param {Element} parent @param {ChartData} data @param {() => void} [moved]
 */
export function standAlone(parent, data, moved) {
  const chart = new Chart(parent, data, moved);
  DARK.addEventListener("change", () => chart.display.paint(true), { signal: chart.closing.signal });
  return chart;
}

/** The record that stands in a plain figure. @param {Element} figure @returns {ChartData} */
export const recordOf = (figure) => JSON.parse(the("script", figure).textContent);

/** @param {HTMLInputElement} range @param {Element} figure */
export const textOf = ({ dataset: { field = "" }, value }, figure) =>
  recordOf(figure).controls.find((control) => control.field === field)?.values[Number(value)] ?? "";

/**
 * Put a live figure in place of a plain one, once it is drawn; until then the plain one stands, and
 * still does where an error says what could not be had.
 * @param {Element} figure @param {() => void} [moved] called at each step
 */
export async function enliven(figure, moved) {
  const data = recordOf(figure);
  const width = figure.closest("details:not([open])") ? 0 : figure.clientWidth;
  const form = data.forms.findLast(({ from_width }) => width >= from_width) ?? data.forms[0];
  await Promise.all([load(data.plotly), fetchSweep(addressOf(data, data.texts, form.name))]);
  if (!figure.isConnected) throw new Error("The figure is not there any more.");
  figure.removeAttribute("id"); // which is the live one's from here on
  const box = make("div");
  const behind = { position: "absolute", visibility: "hidden", width: `${width}px` };
  if (width) Object.assign(box.style, behind); // out of sight, a figure is drawn when it is opened
  figure.before(box);
  const chart = standAlone(box, data, moved);
  onSwipe(chart.dom.root, (by) => chart.step(by));
  if (width) await chart.display.drawn;
  box.removeAttribute("style");
  takeOver(figure, chart);
  return chart;
}

// What was set, pressed and focused on the plain figure is so on the live one.
/** @param {Element} figure @param {Chart} chart */
function takeOver(figure, chart) {
  const { root } = chart.dom;
  const ranges = all("input[type=range]", figure).filter((each) => each instanceof HTMLInputElement);
  chart.mirror(Object.fromEntries(ranges.map((each) => [each.dataset.field, textOf(each, figure)])));
  const page = root.parentElement ?? root;
  const buttons = pressedIn(figure).map((button) => twin(button, page));
  const focus = document.activeElement;
  const goal = focus && figure.contains(focus) ? twin(focus, page) : undefined;
  figure.remove();
  goal?.focus({ preventScroll: true });
  buttons.forEach((button) => button?.click());
}
