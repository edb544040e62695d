// Drawing with Plotly: loaded once a visit, in the colours of the present theme. A step that only
// moves points and words is drawn by `animate` and `relayout`, which leave the axes alone: with four
// plots in a panel that takes a ninth of the time of `react`.

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
    const paths = sweep.changed.get(name);
    sweep.changed.delete(name);
    if (!whole && moved(element, sweep.document.panels[name], paths, paint)) return;
    const { data, layout } = paint(sweep.document.panels[name]);
    // Painted copies: Plotly writes what a reader zooms to into its own layout, not into ours.
    window.Plotly.react(element, data, { ...layout, width }, CONFIG);
  };
  if (first) react(first);
  cancelAnimationFrame(sweep.waiting);
  if (whole) others.forEach(react);
  else sweep.waiting = requestAnimationFrame(() => others.forEach(react));
  return true;
}

const MOVES = new Set(["x", "y", "text", "textposition", "error_y"]);

// Move what changed, where all of it is points of lines, words beside them, or drawn notes.
// Returns whether that could be done.
function moved(element, { data, layout }, paths, paint) {
  const traces = new Map();
  const notes = {};
  for (const [part, key, ...rest] of paths) {
    if (part === "data" && data[key].type === "scatter" && MOVES.has(rest[0])) {
      const update = traces.get(key) ?? {};
      update[rest[0]] ??= paint(data[key][rest[0]]);
      traces.set(key, update);
    } else if (part === "layout" && (key === "annotations" || key === "shapes")) {
      const [index, ...name] = rest;
      notes[`${key}[${index}].${name.join(".")}`] = paint(name.reduce((n, k) => n[k], layout[key][index]));
    } else {
      return false;
    }
  }
  if (Object.keys(notes).length) window.Plotly.relayout(element, notes);
  if (traces.size) {
    const frame = { data: [...traces.values()], traces: [...traces.keys()] };
    const now = { mode: "immediate", transition: { duration: 0 }, frame: { duration: 0, redraw: false } };
    window.Plotly.animate(element, frame, now).catch(() => {}); // a newer step took its place
  }
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
