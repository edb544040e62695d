// The live chart as Streamlit mounts it: called for each mount, each new data and each theme
// switch. One Chart an element lives on between the calls, so that the drawing survives them all.
import { Chart } from "./chart.js";

const charts = new WeakMap();
const fieldsOf = (data) => data.controls.map(({ field }) => field).join();

export function mount({ data, parentElement, setStateValue }) {
  let chart = charts.get(parentElement);
  if (chart && fieldsOf(chart.data) !== fieldsOf(data)) {
    chart.close(); // other controls: build anew
    chart = undefined;
  }
  if (!chart) {
    chart = new Chart(parentElement, data, {});
    charts.set(parentElement, chart);
  }
  chart.told = { settled: (texts) => setStateValue("value", texts) };
  chart.update(data);
  return () => {
    chart.close();
    charts.delete(parentElement);
  };
}
