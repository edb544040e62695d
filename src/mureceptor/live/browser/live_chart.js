// The live chart as Streamlit mounts it.
import { Chart } from "./chart.js";
import { mounts } from "./mounts.js";

export const mount = mounts((element, data) => new Chart(element, data));
