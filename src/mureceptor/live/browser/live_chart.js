// The live chart as Streamlit mounts it: called for each mount, each new data and each theme
// switch. One Chart an element lives on between the calls, so that the drawing survives them all.
import { Chart } from "./chart.js";

const charts = new WeakMap();

export function mount({ data: [data], parentElement }) {
  if (!charts.has(parentElement)) charts.set(parentElement, new Chart(parentElement, data));
  const chart = charts.get(parentElement);
  chart.recolour();
  return () => {
    chart.close();
    charts.delete(parentElement);
  };
}
