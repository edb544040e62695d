// Taking a figure along: its numbers as a file for a spreadsheet, its picture as PNG or SVG. Both
// are made here, in the browser, and say what the figure rests on and where it can be found.
import { plotlyHere } from "./plot.js";
import { plain } from "./words.js";

/** @import {ChartData, DocumentData} from "../contract.js" */
/** @import {Dom} from "./dom.js" */
/** @import {Sweep} from "./sweep.js" */

/** @param {Blob | BlobPart[]} content @param {string} type @param {string} name */
function save(content, type, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob(content, { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/**
 * What must not be lost on the way: it heads the file and foots the picture.
 * @param {ChartData} data @param {DocumentData} document
 */
const about = (data, document) => [
  plain(document.sentence),
  [`Rests on: ${data.tag.words}.`, data.note].filter(Boolean).join(" "),
  data.caution,
  location.href,
].filter(Boolean);

/**
 * Every named line exactly as it is drawn, one row a point; a figure of bars gives its table. Where a
 * spreadsheet's decimal mark is a comma, cells are parted by semicolons.
 * @param {ChartData} data @param {DocumentData} document @param {string} name
 * @param {"." | ","} decimal
 */
export function saveNumbers(data, document, name, decimal) {
  const separator = decimal === "," ? ";" : ",";
  /** @param {string} text */
  const quoted = (text) => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  /** @param {string | number} value */
  const cell = (value) => (typeof value === "number"
    ? String(Number(value.toPrecision(5))).replace(".", decimal)
    : quoted(value));
  /** @param {(string | number)[]} cells */
  const line = (cells) => cells.map(cell).join(separator);
  /** @type {(string | number)[][]} */
  const rows = [[data.title], ...about(data, document).map((words) => [words]), []];
  for (const { data: traces, layout } of Object.values(document.panels)) {
    const drawn = traces.filter((/** @type {any} */ trace) => trace.name && trace.x);
    // By convention a panel's first annotation is its y title.
    const y = layout.annotations?.[0]?.text ?? "y";
    if (drawn.length) rows.push(["line", xTitle(data, layout) ?? "x", y]);
    for (const trace of drawn) {
      Array.from(trace.x).forEach((/** @type {any} */ x, i) => {
        const drawnHere = trace.y[i] !== null && !Number.isNaN(trace.y[i]);
        if (drawnHere) rows.push([trace.name, x, trace.y[i]]);
      });
    }
  }
  if (!rows.at(-1)?.length) {
    /** @param {string} text */
    const value = (text) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text);
    rows.push(document.table.columns, ...document.table.rows.map((row) => row.map(value)));
  }
  save(["\ufeff", rows.map(line).join("\r\n")], "text/csv", `${name}.csv`);
}

/**
 * x is what the figure says, or what the control on the axis drags.
 * @param {ChartData} data @param {Record<string, any>} layout @returns {string | undefined}
 */
const xTitle = ({ controls: [first] }, layout) => layout.meta?.x ?? (first.stands === "axis" ? first.label : undefined);

const NS = "http://www.w3.org/2000/svg";
const FONT = '"Source Sans", sans-serif';
const EDGE = 24; // px around each part
const HEAD = 64; // px above the panels, with the title
const ROW = 22; // px from one line of words to the next

/**
 * One picture of all panels side by side as they stand, with title above and words below.
 * @param {"png" | "svg"} kind @param {ChartData} data @param {Sweep} sweep @param {Dom} dom
 * @param {string} name
 */
export async function savePicture(kind, data, sweep, dom, name) {
  const style = getComputedStyle(dom.root);
  const paper = getComputedStyle(dom.root.closest(".stApp") ?? document.body).backgroundColor;
  const panels = Object.entries(dom.panels).filter(([panel]) => sweep.panels.includes(panel)).map(([, element]) => element);
  const width = panels.reduce((sum, { clientWidth }) => sum + clientWidth + EDGE, EDGE);
  const height = Math.max(...panels.map(({ clientHeight }) => clientHeight));
  const xWords = xTitle(data, sweep.document.panels.main.layout);
  const foot = HEAD + height + (xWords ? ROW : 0);
  const lines = about(data, sweep.document).flatMap((line) => wrapped(line, width - 2 * EDGE));
  const total = foot + (lines.length + 1) * ROW + EDGE;

  const svg = draw("svg", { xmlns: NS, width, height: total, viewBox: `0 0 ${width} ${total}` });
  svg.append(
    draw("style", {}, await fontFace()),
    draw("rect", { width: "100%", height: "100%", fill: paper }),
    words(data.title, EDGE, 40, 20, 650, style.color),
  );
  let left = EDGE;
  for (const element of panels) {
    const part = await drawn(element);
    part.setAttribute("x", String(left));
    part.setAttribute("y", String(HEAD));
    part.setAttribute("overflow", "visible"); // titles begin a little left of their panel
    svg.append(part);
    left += element.clientWidth + EDGE;
  }
  const { l } = sweep.document.panels.main.layout.margin;
  if (xWords) svg.append(words(xWords, EDGE + l, HEAD + height + 14, 15, 400, style.color));
  lines.forEach((line, i) => svg.append(words(line, EDGE, foot + (i + 1) * ROW + 10, 15, 400, style.color)));
  const text = new XMLSerializer().serializeToString(svg);
  if (kind === "svg") return save([text], "image/svg+xml", `${name}.svg`);
  save(await raster(text, width, total), "image/png", `${name}.png`);
}

/** A plot as an SVG element of its own. @param {HTMLElement} element */
async function drawn(element) {
  const source = await plotlyHere().toImage(element, {
    format: "svg", width: element.clientWidth, height: element.clientHeight,
  });
  const text = decodeURIComponent(source.slice(source.indexOf(",") + 1));
  return new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
}

/** @param {string} tag @param {Record<string, string | number>} attributes */
function draw(tag, attributes, text = "") {
  const element = document.createElementNS(NS, tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

/**
 * @param {string} text @param {number} x @param {number} y @param {number} size
 * @param {number} weight @param {string} fill
 */
const words = (text, x, y, size, weight, fill) =>
  draw("text", { x, y, fill, "font-size": size, "font-weight": weight, "font-family": FONT }, text);

// A picture sees no font of the page, so it carries its own; without one it takes the system's.
async function fontFace() {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const face = rules.filter((rule) => rule instanceof CSSFontFaceRule).find((rule) => /Source Sans/.test(rule.style.fontFamily) && rule.style.fontStyle !== "italic");
  const address = face?.style.getPropertyValue("src").match(/url\("?([^")]+)"?\)/)?.[1];
  if (!address) return "";
  const answer = await fetch(new URL(address, face?.parentStyleSheet?.href ?? document.baseURI)).catch(() => undefined);
  if (!answer?.ok) return "";
  const content = await answer.blob();
  const font = await new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result));
    reader.readAsDataURL(content);
  });
  return `@font-face { font-family: "Source Sans"; font-weight: 200 900; src: url(${font}); }`;
}

/**
 * Words in lines no wider than `width` [px], with room for a font that runs wider.
 * @param {string} text @param {number} width
 */
function wrapped(text, width) {
  const brush = brushOn(document.createElement("canvas"));
  brush.font = `400 15px ${FONT}`;
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line && brush.measureText(`${line}${word}`).width > 0.88 * width) lines.push("");
    lines.push(`${lines.pop()}${word} `);
  }
  return lines.map((line) => line.trim());
}

/** @param {HTMLCanvasElement} canvas */
function brushOn(canvas) {
  const brush = canvas.getContext("2d");
  if (!brush) throw new Error("This browser draws no pictures.");
  return brush;
}

/** @param {string} svg @param {number} width @param {number} height @returns {Promise<Blob>} */
async function raster(svg, width, height) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 2 * width, height: 2 * height });
  const brush = brushOn(canvas);
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  // WebKit reads a picture's own font only once it has drawn it.
  await new Promise((resolve) => { setTimeout(resolve, 200); });
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("No picture came of it."))), "image/png");
  });
}
