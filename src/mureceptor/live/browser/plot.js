// Drawing with Plotly: loaded once a visit, in the colours of the present theme. A step that only
// moves points, bars and the words beside them is drawn by `animate`, which leaves all else alone:
// with four plots in a panel that takes a ninth of the time of `react`.

const TOKEN = /@(bg|surface|text|muted|line|grid|partial|full|antagonist|mixture|caution)(\/[\d.]+)?/g;
const CONFIG = { displayModeBar: false, displaylogo: false, doubleClick: "reset", scrollZoom: false };

let plotly;

// Have Plotly come, or wait for it; the page has asked for its bytes already.
export function load(address) {
  plotly ??= new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: address });
    script.addEventListener("load", () => resolve(window.Plotly));
    script.addEventListener("error", () => {
      plotly = undefined;
      script.remove();
      reject(new Error("The chart library could not be loaded."));
    });
    document.head.append(script);
  });
  return plotly;
}

export const FIRST = "first";
const SLOW_MS = 90;

// Draw the panels that changed; `whole` also takes up the theme and the widths of the moment.
// The first panel is drawn at once, so that it keeps up with the pointer, the other two frames
// later; a whole figure is drawn at once, but for the first on a page (`FIRST`).
export function draw(panels, sweep, whole) {
  if (whole) {
    for (const name of sweep.panels) {
      panels[name].look = { width: panels[name].clientWidth, paint: painter(panels[name]) };
    }
  }
  const drawn = (name) => panels[name].data; // set by Plotly
  const react = (name) => {
    const element = panels[name];
    const { width, paint } = element.look;
    if (!width) return;
    const paths = sweep.changed.get(name);
    sweep.changed.delete(name);
    if (!whole && drawn(name) && moved(element, sweep.document.panels[name], paths, paint)) return;
    const { data, layout } = paint(sweep.document.panels[name]);
    // Painted copies: Plotly writes what a reader zooms to into its own layout, not into ours.
    window.Plotly.react(element, data, { ...layout, width }, CONFIG);
  };
  const stale = () => sweep.panels.filter((name) => !drawn(name) || sweep.changed.has(name));
  const [first, ...others] = whole ? sweep.panels : stale();
  if (first) react(first);
  if (whole && whole !== FIRST) {
    others.forEach(react);
  } else {
    const rest = () => {
      sweep.waiting = undefined;
      stale().forEach(react);
    };
    // A map takes as long as three frames to draw, so it keeps out of the way of the next step.
    const slow = !stale().every((name) => canMove(sweep.document.panels[name]));
    sweep.waiting ??= slow
      ? setTimeout(rest, SLOW_MS)
      : requestAnimationFrame(() => requestAnimationFrame(rest));
  }
}

const MOVED = new Set(["scatter", "bar"]);
const canMove = ({ data }) => data.every(({ type }) => MOVED.has(type));
const MOVES = new Set(["x", "y", "text", "textposition", "error_y"]);

// Move what changed, where all of it is points of lines, bars, and words beside them. Beside a
// trace of another kind that cannot be done: `animate` would take it away. Returns whether it was.
function moved(element, panel, paths, paint) {
  if (!canMove(panel)) return false;
  const { data } = panel;
  const traces = new Map();
  for (const [part, index, key] of paths) {
    if (part !== "data" || !MOVES.has(key)) return false;
    const update = traces.get(index) ?? {};
    update[key] ??= paint(data[index][key]);
    traces.set(index, update);
  }
  const frame = { data: [...traces.values()], traces: [...traces.keys()] };
  const now = { mode: "immediate", transition: { duration: 0 }, frame: { duration: 0, redraw: false } };
  window.Plotly.animate(element, frame, now).catch(() => {}); // a newer step took its place
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
