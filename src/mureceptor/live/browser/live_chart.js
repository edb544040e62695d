// The live chart as Streamlit mounts it: called for each mount, each new data and each theme
// switch. One Chart an element lives on between the calls, so that the drawing survives them all.
import { Chart } from "./chart.js";

const charts = new WeakMap();
const calls = new WeakMap();

export function mount({ data: [data], parentElement }) {
  if (!charts.has(parentElement)) charts.set(parentElement, new Chart(parentElement, data));
  const chart = charts.get(parentElement);
  chart.recolour();
  const call = (calls.get(parentElement) ?? 0) + 1;
  calls.set(parentElement, call);
  return () => {
    // Streamlit also cleans up after a call that a newer one overtook while the code was fetched.
    if (calls.get(parentElement) !== call) return;
    chart.close();
    charts.delete(parentElement);
  };
}
