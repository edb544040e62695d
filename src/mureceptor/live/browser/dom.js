// The figure's elements. All words arrive as text, never as markup.
import { plain } from "./words.js";

const SLIP_PX = 4; // a press that moves less is no drag
let count = 0;

export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

export function build(parent, data, on) {
  const id = `live-${data.view}-${count++}`;
  const [tag, tagWords] = data.tag;
  const panels = { main: make("div", { className: "live-plot" }), beside: make("div", { className: "live-plot" }) };
  const main = make("div", { className: "live-main" }, panels.main);
  const beside = make("div", { className: "live-beside" }, panels.beside);
  const message = make("p", { className: "live-message", role: "status" });
  const table = make("table", { className: "live-table", hidden: true });
  const tableBox = make("div", {
    className: "live-table-box", hidden: true, tabIndex: 0, role: "region", "aria-labelledby": `${id}-title`,
  }, table);
  const sentence = make("figcaption", { className: "live-sentence", id: `${id}-sentence` });
  const spoken = make("p", { className: "unseen", "aria-live": "polite" });
  const toggle = make("button", { type: "button", className: "as-link", onclick: on.tableToggled }, "Show as table");
  const tool = (words, act, name = words) =>
    make("button", { type: "button", className: "as-link", ariaLabel: name, onclick: act }, words);
  const tools = [
    tool("Save numbers (CSV)", () => on.numbers(".")),
    tool("(CSV, decimal comma)", () => on.numbers(","), "Save numbers (CSV, decimal comma)"),
    tool("Save picture (PNG)", () => on.picture("png")),
    tool("(SVG)", () => on.picture("svg"), "Save picture (SVG)"),
    tool("Copy link", on.link),
  ];
  const copied = make("span", { className: "live-copied", role: "status" });
  const link = make("p", { className: "live-link" });

  const controls = data.controls.map((control, index) => {
    const range = make("input", {
      type: "range", id: `${id}-${control.field}`, min: 0, max: control.values.length - 1, step: 1,
      title: control.help,
      oninput: (event) => on.moved(index, Number(event.target.value)),
    });
    // A control "on the axis" moves along the x axis, right under it, and its value stands there. Any
    // other stands "apart", below its name, or is the "handle" at the plot's edge, which it moves up
    // and down. To a listener the range itself says the value: an output would say it again at each
    // step. The sentence is said once the range rests.
    const { stands } = control;
    const output = stands === "axis" ? "" : make("output", { ariaHidden: "true" });
    const track = stands === "handle" ? make("div", { className: "live-upright" }, range)
      : make("div", { className: "live-track" }, make("div", { className: "live-thumb" }), range);
    const label = make("label", { htmlFor: range.id }, make("b", {}, control.label), output, make("span", {}, control.note));
    const parts = { axis: [track, label], apart: [label, track], handle: [label] }[stands];
    const box = make("div", { className: `live-control ${{ axis: "live-axis", apart: "live-apart", handle: "live-held" }[stands]}`, "data-live": control.field }, ...parts);
    return { range, box, output, control, upright: stands === "handle" ? [track] : [] };
  });
  const choices = data.choices.map(({ field, label, options, opens }) =>
    make("fieldset", { className: "live-choice" }, make("legend", {}, label),
      ...Object.entries(options).map(([option, words]) =>
        make("label", {}, make("input", {
          type: "radio", name: `${id}-${field}`, value: option, "data-field": field,
          onchange: () => on.chosen({ [field]: option, ...opens[option] }),
        }), words))));
  const tries = data.tries.map(([words, texts]) =>
    make("li", {}, make("button", { type: "button", className: "as-link", onclick: () => on.tried(texts) }, words)));

  const press = (words, act) => make("button", { type: "button", onclick: act }, words);
  const off = press("Take the pin off", () => on.tried({ pin: "" }));
  const pins = make("div", { className: "live-pins" },
    press("Pin this view as A", on.pinned), off, press("Start again", () => on.tried(data.usual)));

  // The dot of the first control stands above its thumb; a handle makes the dot itself a target.
  const way = data.handle || (data.controls[0].stands === "axis" ? "x" : "");
  if (data.handle) main.append(make("div", { className: "live-handle", "data-way": way, "aria-hidden": "true" }));
  if (way) {
    main.dataset.way = way;
    follow(main, data.controls, way, on);
  }

  // A link leads to the figure by this name; of two on a page, to the first.
  const anchor = document.getElementById(data.view) ? id : data.view;
  const root = make("figure", { className: "live-figure", id: anchor, "aria-labelledby": `${id}-title` },
    make("div", { className: "live-head" },
      make("h2", { id: `${id}-title` }, data.title),
      make("p", { className: "live-rests" }, make("span", { className: `tag tag-${tag}` }, tagWords), " ", data.note)),
    main, ...controls.flatMap(({ upright }) => upright), ...(data.beside ? [beside] : []), tableBox, message,
    make("div", { className: "live-controls" },
      make("div", { className: "live-ranges" }, ...controls.map(({ box }) => box)),
      make("div", { className: "live-choices" }, ...choices)),
    sentence,
    ...(data.usual ? [pins] : []),
    ...(data.caution ? [make("p", { className: "live-caution" }, data.caution)] : []),
    ...(tries.length ? [make("div", { className: "live-tries" }, make("h3", {}, "Try this"), make("ul", {}, ...tries))] : []),
    make("div", { className: "live-tools" }, toggle, ...tools, copied),
    link,
    spoken);
  parent.replaceChildren(root);

  const use = (unused) => controls.forEach(({ box }) => {
    box.hidden = unused.includes(box.dataset.live);
  });
  const place = (steps) => controls.forEach(({ range, box, output, control: { values, unit } }, i) => {
    const value = values[steps[i]];
    if (output) output.textContent = value;
    range.setAttribute("aria-valuetext", `${value} ${unit}`.trim());
    range.value = String(steps[i]);
    box.style.setProperty("--share", steps[i] / range.max);
    main.style.setProperty(`--share-${i}`, steps[i] / range.max);
  });
  use(data.unused);
  if (data.controls.length > 2) root.dataset.many = "";
  if (data.beside) root.dataset.beside = "";
  // To a listener the chart is one picture with a sentence; its ticks and labels alone say nothing.
  main.setAttribute("role", "img");
  main.setAttribute("aria-label", `Chart: ${data.title}`);
  main.setAttribute("aria-describedby", sentence.id);
  panels.main.setAttribute("aria-hidden", "true");
  panels.beside.setAttribute("aria-hidden", "true");

  return {
    root, panels, sentence, table, place, link, use,
    // Say aloud what came of a change, once it rests.
    announce(words) {
      spoken.textContent = plain(words);
    },
    check(texts) {
      root.querySelectorAll("input[type=radio]").forEach((radio) => {
        radio.checked = texts[radio.dataset.field] === radio.value;
      });
      off.hidden = !texts.pin;
    },
    // Hold each part's place before anything is drawn in it.
    shape([name, , side, left, right, height, top, plot]) {
      root.dataset.form = name;
      root.style.setProperty("--side", `${side}px`);
      root.style.setProperty("--left", `${left}px`);
      root.style.setProperty("--right", `${right}px`);
      root.style.setProperty("--height", `${height}px`);
      root.style.setProperty("--top", `${top}px`);
      root.style.setProperty("--plot", `${plot}px`);
    },
    copied(text) {
      copied.textContent = text;
    },
    message(text, retry) {
      message.replaceChildren(text);
      if (retry) message.append(" ", make("button", { type: "button", className: "as-link", onclick: retry }, "Try again"));
    },
    toggleTable(shown) {
      tableBox.hidden = table.hidden = !shown;
      main.hidden = shown;
      beside.hidden = shown;
      toggle.textContent = shown ? "Show as chart" : "Show as table";
    },
  };
}

// A pointer in the plot moves the dot, where the figure has one. `way` says along what: "x", the first
// control is the x axis; "xy", x is the first control and y the second; "y", the first is the height.
// A finger that goes up or down scrolls the page and changes nothing, but on the dot itself.
// Keyboards have the ranges.
function follow(main, controls, way, on) {
  let from; // the press that may become a drag
  let dragging = false;
  const move = (event) => {
    const plot = main.querySelector(".nsewdrag")?.getBoundingClientRect();
    if (!plot) return; // nothing is drawn yet
    const x = (event.clientX - plot.left) / plot.width;
    const y = (plot.bottom - event.clientY) / plot.height;
    ({ x: [x], y: [y], xy: [x, y] })[way].forEach((share, i) => {
      const last = controls[i].values.length - 1;
      on.moved(i, Math.round(Math.min(1, Math.max(0, share)) * last));
    });
  };
  const begins = (event) => {
    const [right, down] = [event.clientX - from.clientX, event.clientY - from.clientY].map(Math.abs);
    if (Math.max(right, down) < SLIP_PX) return false;
    return event.pointerType !== "touch" || from.target.matches(".live-handle") || (way !== "y" && right > down);
  };
  main.addEventListener("pointerdown", (event) => {
    dragging = false;
    from = event.isPrimary && event.button === 0 && event.target.matches(".live-handle, .nsewdrag") ? event : undefined;
    // Plotly lays a cover over the page while a mouse is down; a finger is captured by itself.
    if (from && event.pointerType !== "touch") main.setPointerCapture(event.pointerId);
  });
  main.addEventListener("pointermove", (event) => {
    if (!from || event.pointerId !== from.pointerId) return;
    if (!dragging && begins(event)) {
      dragging = true;
      if (event.pointerType === "touch") main.setPointerCapture(event.pointerId);
      main.dataset.dragging = "";
    }
    if (dragging) move(event);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    main.addEventListener(end, () => {
      from = undefined;
      delete main.dataset.dragging;
    });
  }
  // A talk steps on with a swipe: not with one that moved the dot.
  main.addEventListener("touchend", (event) => {
    if (dragging) event.stopPropagation();
  });
}
