// What the buttons below a figure do with it as it stands: save it, copy what leads to it.
import { embedOf, linkTo } from "./chart_address.js";
import { plotlyHere } from "./plot.js";
import { picture, saveNumbers, saveSheet } from "./save.js";

/** @import {Chart} from "./chart.js" */

/** @param {Chart} chart */
export function toolsOf(chart) {
  const { data } = chart;
  const fileName = () => [data.view, ...Object.values(chart.now())].filter(Boolean).join("-").slice(0, 80);
  /** @param {string} text @param {string} done */
  const copy = async (text, done) => {
    try {
      await navigator.clipboard.writeText(text);
      chart.dom.copied(done);
    } catch {
      chart.dom.copied(text); // no clipboard here: show it to be copied by hand
    }
  };
  return {
    /** @param {"." | ","} decimal */
    numbers(decimal) {
      if (chart.sweep) saveNumbers(data, chart.sweep.document, fileName(), decimal);
    },
    /** @param {"png" | "svg"} kind */
    async picture(kind) {
      if (!chart.sweep || !plotlyHere()) return;
      if (chart.display.tabled) chart.display.toggleTable();
      await saveSheet(kind, await picture(data, chart.sweep, chart.dom), fileName());
    },
    link() {
      chart.rest();
      copy(linkTo(chart.dom.root), "The link is copied.");
    },
    embed: () => copy(embedOf(data, chart.now()), "The line for your page is copied."),
  };
}
