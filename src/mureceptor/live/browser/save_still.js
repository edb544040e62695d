// Saving a picture that does not move, as it stands, as PNG or SVG; and its link.
// The page's style has laid it out; here its boxes, squares and lines of words are read from there, so
// it looks the same, in the theme and width of the moment. Its address is written below.
import { around } from "./element.js";
import { draw, EDGE, measuring, ROW, saveSheet, shared, sheet, words, wrapped } from "./save.js";

addEventListener("click", ({ target }) => {
  const button = around(target, ".still-tools button");
  const still = around(button, ".still");
  if (!button || !still) return;
  const kind = button.dataset.save;
  if (kind === "png" || kind === "svg") save(kind, still);
  else copyLink(still);
});

/** @param {HTMLElement} still */
const link = ({ id }) => `${location.href.split(/[?#]/)[0]}#${id}`;

/** @param {HTMLElement} still */
async function copyLink(still) {
  const said = still.querySelector(".live-copied");
  const copied = await navigator.clipboard?.writeText(link(still)).then(() => true, () => false);
  if (said) said.textContent = copied ? "The link is copied." : link(still); // to be copied by hand
}

/** @param {"png" | "svg"} kind @param {HTMLElement} still */
async function save(kind, still) {
  const folded = [...still.querySelectorAll("details")].filter((fold) => !fold.open);
  for (const fold of folded) fold.open = true; // until it has been read: nothing is painted meanwhile
  const { left, top, width } = still.getBoundingClientRect();
  const foot = still.querySelector(".still-tools")?.getBoundingClientRect().top ?? 0;
  const parts = [...drawn(still, left - EDGE, top - EDGE)];
  for (const fold of folded) fold.open = false;
  const { color } = getComputedStyle(still);
  const lines = wrapped(shared(link(still)), width);
  const end = Math.ceil(foot - top) + EDGE;
  const svg = await sheet(still, Math.ceil(width) + 2 * EDGE, end + lines.length * ROW + EDGE);
  svg.append(...parts, ...lines.map((line, i) => words(line, EDGE, end + (i + 1) * ROW, 15, 400, color)));
  await saveSheet(kind, svg, still.id);
}

/**
 * What an element and all in it look like; `left` and `top` is where the picture begins.
 * @param {Element} element @param {number} left @param {number} top @returns {Generator<SVGElement>}
 */
function* drawn(element, left, top) {
  const style = getComputedStyle(element);
  if (style.display === "none" || element.matches(".still-tools, .unseen")) return;
  const box = element.getBoundingClientRect();
  const at = { x: box.left - left, y: box.top - top, width: box.width, height: box.height };
  if (element instanceof HTMLElement && element.dataset.count) {
    yield squares(element, style, at.x, at.y);
    return;
  }
  yield* boxOf(style, at);
  for (const child of element.childNodes) {
    if (child instanceof Element) yield* drawn(child, left, top);
    else if (child instanceof Text) yield* rows(child, style, left, top);
  }
}

/** The ground of an element and its edges.
 * @param {CSSStyleDeclaration} style @param {{x: number, y: number, width: number, height: number}} at
 */
function* boxOf(style, at) {
  const { backgroundColor: fill, borderTopLeftRadius: corner } = style;
  const rx = parseFloat(corner) * (corner.endsWith("%") ? at.width / 100 : 1);
  const sides = ["top", "right", "bottom", "left"].map((side) => ({
    width: parseFloat(style.getPropertyValue(`border-${side}-width`)),
    line: style.getPropertyValue(`border-${side}-style`),
    stroke: style.getPropertyValue(`border-${side}-color`),
  }));
  const [{ width, line, stroke }] = sides;
  const dashes = (/** @type {string} */ kind, /** @type {number} */ w) => (kind === "dashed" ? `${2 * w + 1} ${2 * w}` : "none");
  const alike = sides.every((side) => side.width === width && side.line === line && side.stroke === stroke);
  const seen = fill !== "transparent" && !/, 0\)$/.test(fill);
  if (alike && (seen || width)) {
    yield draw("rect", {
      x: at.x + width / 2, y: at.y + width / 2, rx,
      width: Math.max(0, at.width - width), height: Math.max(0, at.height - width),
      fill: seen ? fill : "none", stroke: width ? stroke : "none", "stroke-width": width, "stroke-dasharray": dashes(line, width),
    });
    return;
  }
  if (seen) yield draw("rect", { ...at, rx, fill });
  const [x1, y1, x2, y2] = [at.x, at.y, at.x + at.width, at.y + at.height];
  const ends = [[x1, y1, x2, y1], [x2, y1, x2, y2], [x1, y2, x2, y2], [x1, y1, x1, y2]];
  const inwards = [[0, 1], [-1, 0], [0, -1], [1, 0]];
  for (const [i, side] of sides.entries()) {
    if (!side.width || side.line === "none") continue;
    const [a, b, c, d] = ends[i];
    const [across, down] = inwards[i].map((way) => way * side.width / 2);
    yield draw("line", {
      x1: a + across, y1: b + down, x2: c + across, y2: d + down,
      stroke: side.stroke, "stroke-width": side.width, "stroke-dasharray": dashes(side.line, side.width),
    });
  }
}

/** Squares, each row as a line of dashes.
 * @param {HTMLElement} layer @param {CSSStyleDeclaration} style @param {number} x @param {number} y
 */
function squares(layer, style, x, y) {
  const [columns, square, pitch] = ["--columns", "--square", "--pitch"].map((name) => parseFloat(style.getPropertyValue(name)));
  const count = Number(layer.dataset.count);
  const path = Array.from({ length: Math.ceil(count / columns) }, (_, row) => {
    const here = Math.min(columns, count - row * columns);
    return `M${x} ${y + row * pitch + square / 2}h${here * pitch - (pitch - square)}`;
  });
  return draw("path", {
    d: path.join(""), stroke: style.color, "stroke-width": square, "stroke-dasharray": `${square} ${pitch - square}`,
  });
}

/** Words as they are broken into lines.
 * @param {Text} node @param {CSSStyleDeclaration} style @param {number} left @param {number} top
 */
function* rows(node, style, left, top) {
  const size = parseFloat(style.fontSize);
  const up = measuring(style.fontWeight, size)(node.data).fontBoundingBoxAscent;
  const range = document.createRange();
  /** @type {{letters: string, x: number, y: number} | undefined} */
  let row;
  for (let i = 0; i < node.length; i += 1) {
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const [place] = range.getClientRects();
    if (!place?.width) continue; // a space where a line ends
    if (row && Math.abs(row.y - place.top) < 1) {
      row.letters += node.data[i];
      continue;
    }
    if (row) yield words(row.letters, row.x - left, row.y - top + up, size, Number(style.fontWeight), style.color);
    row = { letters: node.data[i], x: place.left, y: place.top };
  }
  if (row) yield words(row.letters, row.x - left, row.y - top + up, size, Number(style.fontWeight), style.color);
}
