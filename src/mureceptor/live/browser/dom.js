// The figure's elements.
import { makeChoice, makeControl } from "./dom_controls.js";
import { make } from "./element.js";
import { followPointer } from "./pointer.js";
import { explained, plain, showSentence } from "./words.js";

/** @import {ChartData, FormSizes, Texts} from "../contract.js" */

/**
 * What the figure's elements call.
 * @typedef {object} Acts
 * @property {(index: number, step: number) => void} moved a control stands at another step
 * @property {(texts: Texts) => void} chosen
 * @property {(texts: Texts) => void} tried
 * @property {() => void} pinned
 * @property {() => void} tableToggled
 * @property {(decimal: "." | ",") => void} numbers
 * @property {(kind: "png" | "svg") => void} picture
 * @property {() => void} link
 * @property {() => void} embed
 */

/** @typedef {ReturnType<typeof build>} Dom */

let count = 0;

/** @param {string} id */
const sentenceOf = (id) => `${id}-sentence`;

/**
 * The plots, and the dot of the first control: it stands above its thumb; a handle makes the dot
 * itself a target.
 * @param {ChartData} data @param {string} id @param {Acts["moved"]} moved
 */
function makePlots(data, id, moved) {
  const panels = { main: make("div", { className: "live-plot" }), beside: make("div", { className: "live-plot" }) };
  const main = make("div", { className: "live-main" }, panels.main);
  const beside = make("div", { className: "live-beside" }, panels.beside);
  const way = data.handle || (data.controls[0].stands === "axis" ? "x" : "");
  if (data.handle) main.append(make("div", { className: "live-handle", "data-way": way, "aria-hidden": "true" }));
  if (way) {
    main.dataset.way = way;
    followPointer(main, data.controls, way, moved);
  }
  // To a listener the chart is one picture with a sentence; its ticks and labels alone say nothing.
  main.setAttribute("role", "img");
  main.setAttribute("aria-label", `Chart: ${data.title}`);
  main.setAttribute("aria-describedby", sentenceOf(id));
  panels.main.setAttribute("aria-hidden", "true");
  panels.beside.setAttribute("aria-hidden", "true");
  return { panels, main, beside };
}

/** The buttons of a pin, if this figure can have one. @param {Texts | null} usual @param {Acts} on */
function makePins(usual, on) {
  if (!usual) return undefined;
  /** @param {string} words @param {() => void} act */
  const press = (words, act) => make("button", { type: "button", onclick: act }, words);
  const off = press("Drop A", () => on.tried({ pin: "" }));
  const box = make("div", { className: "live-pins" },
    press("Keep this view as A", on.pinned), off, press("Start again", () => on.tried(usual)));
  return { box, off };
}

/** @param {Element} parent @param {ChartData} data @param {Acts} on */
export function build(parent, data, on) {
  const id = `live-${data.view}-${count++}`;
  const { panels, main, beside } = makePlots(data, id, on.moved);
  const message = make("p", { className: "live-message", role: "status" });
  const table = make("table", { className: "live-table", hidden: true });
  const tableBox = make("div", {
    className: "live-table-box", hidden: true, tabIndex: 0, role: "region", "aria-labelledby": `${id}-title`,
  }, table);
  const sentence = make("figcaption", { className: "live-sentence", id: sentenceOf(id) });
  const spoken = make("p", { className: "unseen", "aria-live": "polite" });
  const toggle = make("button", { type: "button", className: "as-link", onclick: on.tableToggled }, "Show as table");
  /** @param {string} words @param {() => void} act @param {string} [name] */
  const tool = (words, act, name = words) =>
    make("button", { type: "button", className: "as-link", ariaLabel: name, onclick: act }, words);
  const tools = [
    tool("Save numbers (CSV)", () => on.numbers(".")),
    tool("(CSV, decimal comma)", () => on.numbers(","), "Save numbers (CSV, decimal comma)"),
    tool("Save picture (PNG)", () => on.picture("png")),
    tool("(SVG)", () => on.picture("svg"), "Save picture (SVG)"),
    tool("Copy link", on.link),
    ...(data.embed ? [tool("Embed", on.embed, "Embed: copy the line that shows this figure in another page")] : []),
  ];
  const copied = make("span", { className: "live-copied", role: "status" });
  const link = make("p", { className: "live-link" });

  const controls = data.controls.map((control, index) => makeControl(control, id, (step) => on.moved(index, step)));
  /** @param {boolean} inSteps @param {string} className */
  const sets = (inSteps, className) => data.choices.filter((choice) => choice.steps === inSteps)
    .map((choice) => makeChoice(choice, className, id, on.chosen));
  const tries = data.tries.map(({ words, texts }) =>
    make("li", {}, make("button", { type: "button", className: "as-link", onclick: () => on.tried(texts) }, words)));

  const pins = makePins(data.usual, on);

  // What stands above the sentence opens a hard word first; each text after it, once more at most.
  /** @type {Set<string>} */
  const met = new Set();
  const title = explained(data.title, data.words, met);
  const note = explained(data.note, data.words, met);
  const caution = explained(data.caution, data.words, new Set(met));

  // A link leads to the figure by this name; of two on a page, to the first. The plain page goes.
  const anchor = document.querySelector(`#${CSS.escape(data.view)}:not(#plain *)`) ? id : data.view;
  const root = make("figure", { className: "live-figure", id: anchor, "data-view": data.view, "aria-labelledby": `${id}-title` },
    make("div", { className: "live-head" },
      make("h2", { id: `${id}-title` }, ...title),
      make("p", { className: "live-rests" }, make("span", { className: `tag tag-${data.tag.kind}` }, data.tag.words), " ", ...note)),
    ...sets(true, "live-steps"), main, ...controls.flatMap(({ upright }) => upright), ...(data.beside ? [beside] : []), tableBox, message,
    make("div", { className: "live-controls" },
      make("div", { className: "live-ranges" }, ...controls.map(({ box }) => box)),
      make("div", { className: "live-choices" }, ...sets(false, "live-choice"))),
    sentence,
    ...(pins ? [pins.box] : []),
    ...(data.caution ? [make("p", { className: "live-caution" }, ...caution)] : []),
    ...(tries.length ? [make("div", { className: "live-tries" }, make("h3", {}, "Try this"), make("ul", {}, ...tries))] : []),
    make("div", { className: "live-tools" }, toggle, ...tools, copied),
    link,
    spoken);
  parent.replaceChildren(data.folded
    ? make("details", { className: "live-fold" }, make("summary", {}, make("h2", {}, data.folded)), root)
    : root);

  /** @type {NodeListOf<HTMLInputElement>} */
  const radios = root.querySelectorAll("input[type=radio]");
  /** @param {string[]} unused */
  const use = (unused) => controls.forEach((control) => control.use(unused));
  use(data.unused);
  if (data.controls.length > 2) root.dataset.many = "";
  if (data.beside) root.dataset.beside = "";

  return {
    root, panels, sentence, table, link, use,
    /** @param {string} words */
    say(words) {
      showSentence(sentence, words, data.words, new Set(met));
    },
    /** @param {number[]} steps */
    place(steps) {
      controls.forEach(({ place }, i) => main.style.setProperty(`--share-${i}`, place(steps[i])));
    },
    /** Say aloud what came of a change, once it rests. @param {string} words */
    announce(words) {
      spoken.textContent = plain(words);
    },
    /** @param {Texts} texts */
    check(texts) {
      radios.forEach((radio) => {
        radio.checked = texts[radio.dataset.field ?? ""] === radio.value;
      });
      if (pins) pins.off.hidden = !texts.pin;
    },
    /** Hold each part's place before anything is drawn in it. @param {FormSizes} form */
    shape({ name, side, left, right, height, top, plot }) {
      root.dataset.form = name;
      root.style.setProperty("--side", `${side}px`);
      root.style.setProperty("--left", `${left}px`);
      root.style.setProperty("--right", `${right}px`);
      root.style.setProperty("--height", `${height}px`);
      root.style.setProperty("--top", `${top}px`);
      root.style.setProperty("--plot", `${plot}px`);
    },
    /** @param {string} text */
    copied(text) {
      copied.textContent = text;
    },
    /** @param {string} text @param {() => void} [retry] */
    message(text, retry) {
      message.replaceChildren(text);
      if (retry) message.append(" ", make("button", { type: "button", className: "as-link", onclick: retry }, "Try again"));
    },
    /** @param {boolean} shown */
    toggleTable(shown) {
      tableBox.hidden = table.hidden = !shown;
      main.hidden = shown;
      beside.hidden = shown;
      toggle.textContent = shown ? "Show as chart" : "Show as table";
    },
  };
}
