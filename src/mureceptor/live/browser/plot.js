// Drawing with Plotly: loaded once a visit, in the colours of the present theme. A step that only
// moves points, bars and the words beside them is drawn by `animate`, which leaves all else alone:
// with four plots in a panel that takes a ninth of the time of `react`. Once the hand rests, the
// panel is drawn whole, so that what stands is what a link to it shows.

const TOKEN = /@(bg|surface|text|muted|line|grid|partial|full|antagonist|mixture|caution)(\/[\d.]+)?/g;
const CONFIG = { displayModeBar: false, displaylogo: false, doubleClick: false, scrollZoom: false };

/** @import {Path, Sweep} from "./sweep.js" */
/** @typedef {{data: Record<string, any>[], layout: Record<string, any>}} Panel what Plotly takes */
/** @typedef {HTMLElement & {data?: unknown}} Plot an element; Plotly gives it `data` once drawn */

/** Plotly, once it has come. @returns {any} */
export const plotlyHere = () => /** @type {any} */ (window).Plotly;

/** @type {Promise<void> | undefined} */
let plotly;

/**
 * Have Plotly come, or wait for it; the page has asked for its bytes already.
 * @param {string} address
 */
export function load(address) {
  plotly ??= new Promise((/** @type {(come: void) => void} */ resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: address });
    script.addEventListener("load", () => resolve());
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
const REST_MS = 300;

// The panels of one figure: elements by name.
export class Plots {
  /** @param {Record<string, Plot>} panels */
  constructor(panels) {
    this.panels = panels;
    /** @type {Map<string, {width: number, paint: ReturnType<typeof painter>}>} */
    this.looks = new Map(); // by name
    /** @type {Map<string, number>} */
    this.rests = new Map(); // by name: the timer that waits for the hand to rest
    /** @type {(() => void) | undefined} */
    this.stopWaiting = undefined;
    this.drawings = 0;
    this.onPaper = false; // paper is light
  }

  /**
   * Draw the panels that changed; `whole` also takes up the theme and the widths of the moment.
   * The first panel is drawn at once, so that it keeps up with the pointer, the other two frames
   * later; a whole figure is drawn at once, but for the first on a page (`FIRST`).
   * @param {Sweep} sweep @param {boolean | typeof FIRST} whole
   */
  draw(sweep, whole) {
    if (whole) {
      this.stop(); // what waits may be of another sweep
      for (const name of sweep.panels) {
        const element = this.panels[name];
        this.looks.set(name, { width: element.clientWidth, paint: painter(element, this.onPaper) });
      }
    }
    const stale = () => sweep.panels.filter((name) => !this.panels[name].data || sweep.changed.has(name));
    const [first, ...others] = whole ? sweep.panels : stale();
    if (first) this.panel(first, sweep, whole);
    if (whole && whole !== FIRST) {
      others.forEach((name) => this.panel(name, sweep, whole));
      return;
    }
    const rest = () => {
      this.stopWaiting = undefined;
      stale().forEach((name) => this.panel(name, sweep, whole));
    };
    // A map takes as long as three frames to draw, so it keeps out of the way of the next step.
    if (this.stopWaiting) return;
    if (stale().every((name) => canMove(sweep.document.panels[name]))) {
      let frame = requestAnimationFrame(() => { frame = requestAnimationFrame(rest); });
      this.stopWaiting = () => cancelAnimationFrame(frame);
    } else {
      const timer = setTimeout(rest, SLOW_MS);
      this.stopWaiting = () => clearTimeout(timer);
    }
  }

  /** @param {string} name @param {Sweep} sweep @param {boolean | typeof FIRST} whole */
  panel(name, sweep, whole) {
    const look = this.looks.get(name);
    if (!look?.width) return;
    const { width, paint } = look;
    const element = this.panels[name];
    const paths = sweep.changed.get(name) ?? [];
    const panel = sweep.document.panels[name];
    sweep.changed.delete(name);
    clearTimeout(this.rests.get(name));
    if (!whole && element.data && canMove(panel) && paths.every(isMove)) {
      move(element, panel, sweep.moving.get(name) ?? [], paint);
      this.rests.set(name, setTimeout(() => this.panel(name, sweep, true), REST_MS));
      return;
    }
    const { data, layout } = paint(panel);
    for (const trace of data) if (trace.hovertemplate?.startsWith("%{text}")) trace.text = Array.from(trace.y, readOut);
    // Without a new revision Plotly leaves alone what `animate` told it already, drawn or not.
    const datarevision = ++this.drawings;
    plotlyHere().react(element, data, { ...still(layout), width, datarevision }, CONFIG);
  }

  /** Whether a panel is as wide as when it was last drawn whole. @param {string} name */
  fits(name) {
    return this.looks.get(name)?.width === this.panels[name].clientWidth;
  }

  // Draw nothing more that waits.
  stop() {
    this.rests.forEach((timer) => clearTimeout(timer));
    this.stopWaiting?.();
    this.stopWaiting = undefined;
  }

  // Take the panels down, and with them what Plotly listens to.
  close() {
    this.stop();
    for (const element of Object.values(this.panels)) if (element.data) plotlyHere().purge(element);
  }
}

/**
 * A share of 100 as it is read out: in two digits that count. A little is never 0, most never 100.
 * @param {number} share
 */
export function readOut(share) {
  if (share > 0 && share < 0.1) return "under 0.1";
  if (share > 99 && share < 100) return "over 99";
  return String(Number(share.toPrecision(2)));
}

// Nothing in a plot zooms: a finger that scrolls the page over it, or a slip of the mouse, must not
// leave an axis under a slider that says something else.
/** @param {Panel["layout"]} layout */
function still(layout) {
  const axes = Object.keys(layout).filter((key) => /^[xy]axis\d*$/.test(key));
  return {
    ...layout,
    dragmode: false,
    ...Object.fromEntries(axes.map((key) => [key, { ...layout[key], fixedrange: true }])),
  };
}

const MOVED = new Set(["scatter", "bar"]);
const MOVES = new Set(["x", "y", "text", "textposition", "error_y"]);
// Beside a trace of another kind `animate` cannot be used: it would take that one away.
/** @param {Panel} panel */
const canMove = ({ data }) => data.every(({ type }) => MOVED.has(type));
/** @param {Path} path */
const isMove = ([part, , key]) => part === "data" && MOVES.has(String(key));

// Move points of lines, bars, and words beside them. Each frame carries all that any step moves, and
// all bars: Plotly takes away bars that a frame leaves out, and skips a frame when the next one
// comes early.
/**
 * @param {Plot} element @param {Panel} panel
 * @param {Path[]} moving @param {ReturnType<typeof painter>} paint
 */
function move(element, { data }, moving, paint) {
  /** @type {Map<number, Record<string, any>>} */
  const traces = new Map();
  data.forEach(({ type }, index) => {
    if (type === "bar") traces.set(index, {});
  });
  for (const path of moving.filter(isMove)) {
    const [index, key] = [Number(path[1]), String(path[2])];
    const update = traces.get(index) ?? {};
    update[key] ??= paint(data[index][key]);
    traces.set(index, update);
  }
  const frame = { data: [...traces.values()], traces: [...traces.keys()] };
  const now = { mode: "immediate", transition: { duration: 0 }, frame: { duration: 0, redraw: false } };
  plotlyHere().animate(element, frame, now).catch(() => {}); // a newer step took its place
}

/**
 * Return a copy maker that puts the theme's colours in place of tokens and keeps arrays as they are.
 * @param {HTMLElement} element @param {boolean} onPaper
 */
function painter(element, onPaper) {
  const probe = document.createElement("i");
  // In a contrast theme the variables name its colours; the probe must not be recoloured once more.
  probe.style.forcedColorAdjust = "none";
  if (onPaper) probe.style.colorScheme = "light";
  element.append(probe);
  const names = TOKEN.source.match(/[a-z]+(?=[|)])/g) ?? [];
  const colours = Object.fromEntries(names.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  }));
  probe.remove();
  /** @param {string} _ @param {string} name @param {string} [alpha] */
  const colour = (_, name, alpha) =>
    alpha ? colours[name].replace(/rgba?\(([^)]+)\)/, `rgba($1, ${alpha.slice(1)})`) : colours[name];
  /** @param {any} node @returns {any} */
  const copy = (node) => {
    if (typeof node === "string") return node.includes("@") ? node.replace(TOKEN, colour) : node;
    if (node === null || typeof node !== "object" || ArrayBuffer.isView(node)) return node;
    if (Array.isArray(node)) return node.map(copy);
    /** @type {Record<string, any>} */
    const result = {};
    for (const key in node) result[key] = copy(node[key]);
    return result;
  };
  return copy;
}
