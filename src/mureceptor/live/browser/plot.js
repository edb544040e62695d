// Drawing with Plotly: loaded once a visit, one `react` a panel, colours of the present theme.

const TOKEN = /@(bg|surface|text|muted|line|grid|partial|full|antagonist|mixture|caution)(\/[\d.]+)?/g;
const CONFIG = { displayModeBar: false, displaylogo: false, doubleClick: "reset", scrollZoom: false };

let plotly;

function load(address) {
  plotly ??= new Promise((resolve, reject) => {
    // The page asks for it early; if that is still under way, wait for it.
    const asked = document.readyState !== "complete" && document.querySelector(`script[src="${address}"]`);
    const script = asked || Object.assign(document.createElement("script"), { src: address });
    const failed = () => {
      plotly = undefined;
      script.remove();
      reject(new Error("The chart library could not be loaded."));
    };
    script.addEventListener("load", () => resolve(window.Plotly));
    script.addEventListener("error", failed);
    if (asked) addEventListener("load", () => window.Plotly || failed()); // it had failed before
    else document.head.append(script);
  });
  return plotly;
}

// Draw the panels that changed; `whole` also takes up the theme and the widths of the moment.
// The first panel is drawn at once, so that it keeps up with the pointer, the other with the next
// frame. Returns whether Plotly was there to draw; `failed` is told if it cannot be had.
export function draw(panels, sweep, address, whole, failed) {
  if (!window.Plotly) {
    load(address).then(() => draw(panels, sweep, address, true), failed);
    return false;
  }
  const [first, ...others] = sweep.panels.filter((name) => whole || sweep.changed.has(name));
  if (whole) {
    for (const name of sweep.panels) {
      panels[name].look = { width: panels[name].clientWidth, paint: painter(panels[name]) };
    }
  }
  const react = (name) => {
    const element = panels[name];
    const { width, paint } = element.look;
    if (!width) return;
    const { data, layout } = paint(sweep.document.panels[name]);
    // Painted copies: Plotly writes what a reader zooms to into its own layout, not into ours.
    window.Plotly.react(element, data, { ...layout, width }, CONFIG);
    sweep.changed.delete(name);
  };
  if (first) react(first);
  cancelAnimationFrame(sweep.waiting);
  if (whole) others.forEach(react);
  else sweep.waiting = requestAnimationFrame(() => others.forEach(react));
  return true;
}

// Return a copy maker that puts the theme's colours in place of tokens and keeps arrays as they are.
function painter(element) {
  const probe = document.createElement("i");
  element.append(probe);
  const names = TOKEN.source.match(/[a-z]+(?=[|)])/g);
  const colours = Object.fromEntries(names.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  }));
  probe.remove();
  const colour = (_, name, alpha) =>
    alpha ? colours[name].replace(/rgba?\(([^)]+)\)/, `rgba($1, ${alpha.slice(1)})`) : colours[name];
  const copy = (node) => {
    if (typeof node === "string") return node.includes("@") ? node.replace(TOKEN, colour) : node;
    if (node === null || typeof node !== "object" || ArrayBuffer.isView(node)) return node;
    if (Array.isArray(node)) return node.map(copy);
    const result = {};
    for (const key in node) result[key] = copy(node[key]);
    return result;
  };
  return copy;
}
