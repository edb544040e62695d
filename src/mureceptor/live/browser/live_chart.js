// The live chart as Streamlit mounts it.
import { Chart } from "./chart.js";
import { mounts } from "./mounts.js";
import { onSwipe } from "./swipe.js";

/** @import {ChartData} from "../contract.js" */

export const mount = mounts((element, /** @type {ChartData} */ data) => {
  const chart = new Chart(element, data);
  onSwipe(chart.dom.root, (by) => chart.step(by));
  return chart;
});
