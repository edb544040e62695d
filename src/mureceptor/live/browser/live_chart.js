// The live chart as Streamlit mounts it: called for each mount, each new data and each theme
// switch. One Chart an element lives on between the calls, so that the drawing survives them all.
import { Chart, fields } from "./chart.js";

const charts = new WeakMap();

export function mount({ data, parentElement, setStateValue }) {
  let chart = charts.get(parentElement);
  if (chart && fields(chart.data) !== fields(data)) {
    chart.close(); // other controls: build anew
    chart = undefined;
  }
  if (!chart) {
    chart = new Chart(parentElement, data, {});
    charts.set(parentElement, chart);
  }
  if (data.reports) chart.told = { settled: (texts) => setStateValue("texts", texts) };
  chart.update(data);
  return () => {
    chart.close();
    charts.delete(parentElement);
  };
}
