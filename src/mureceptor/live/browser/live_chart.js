// The live chart as Streamlit mounts it.
import { Chart } from "./chart.js";
import { mounts } from "./mounts.js";

/** @import {ChartData} from "../contract.js" */

export const mount = mounts((element, /** @type {ChartData} */ data) => new Chart(element, data));
