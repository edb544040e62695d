// Taking a figure along: its numbers as a file for a spreadsheet, its picture as PNG or SVG. Both
// are made here, in the browser, and say what the figure rests on and where it can be found. A picture
// that does not move is taken by `save_still.js`.
import { plotlyHere } from "./plot.js";
import { plain } from "./words.js";

/** @import {ChartData, DocumentData} from "../contract.js" */
/** @import {Dom} from "./dom.js" */
/** @import {Sweep} from "./sweep.js" */

/** An address, but of a file: nobody else finds that, and it tells whose it is. @param {string} address */
export const shared = (address) => (address.startsWith("file:") ? "" : address);

/** @param {Blob | BlobPart[]} content @param {string} type @param {string} name */
export function save(content, type, name) {
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
const about = (data, document, address = location.href) => [
  plain(document.sentence),
  [`Rests on: ${data.tag.words}.`, data.note].filter(Boolean).join(" "),
  data.caution,
  data.cited.length ? `Sources: ${data.cited.join(", ")}.` : "",
  shared(address),
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
export const EDGE = 24; // px around each part
const HEAD = 64; // px above the panels, with one line of the title
const TITLE = 20; // px, its letters
export const ROW = 22; // px from one line of words to the next

/**
 * One picture of all panels side by side as they stand, with title above and words below.
 * @param {ChartData} data @param {Sweep} sweep @param {Dom} dom @param {string} [address]
 */
export async function picture(data, sweep, dom, address) {
  const style = getComputedStyle(dom.root);
  const panels = Object.entries(dom.panels).filter(([panel, { clientWidth }]) => clientWidth && sweep.panels.includes(panel))
    .map(([, element]) => element);
  const width = panels.reduce((sum, { clientWidth }) => sum + clientWidth + EDGE, EDGE);
  const height = Math.max(...panels.map(({ clientHeight }) => clientHeight));
  const xWords = xTitle(data, sweep.document.panels.main.layout);
  const titles = wrapped(data.title, width - 2 * EDGE, 650, TITLE);
  const head = HEAD + (titles.length - 1) * 1.25 * TITLE;
  const foot = head + height + (xWords ? ROW : 0);
  const lines = about(data, sweep.document, address).flatMap((line) => wrapped(line, width - 2 * EDGE));
  const total = foot + (lines.length + 1) * ROW + EDGE;

  const svg = await sheet(dom.root, width, total);
  svg.append(...titles.map((line, i) => words(line, EDGE, 40 + i * 1.25 * TITLE, TITLE, 650, style.color)));
  let left = EDGE;
  for (const element of panels) {
    const part = await drawn(element);
    part.setAttribute("x", String(left));
    part.setAttribute("y", String(head));
    part.setAttribute("overflow", "visible"); // titles begin a little left of their panel
    svg.append(part);
    left += element.clientWidth + EDGE;
  }
  const { l } = sweep.document.panels.main.layout.margin;
  if (xWords) svg.append(words(xWords, EDGE + l, head + height + 14, 15, 400, style.color));
  lines.forEach((line, i) => svg.append(words(line, EDGE, foot + (i + 1) * ROW + 10, 15, 400, style.color)));
  return svg;
}

/**
 * An empty picture with the ground and the font of the page that an element stands on.
 * @param {Element} element @param {number} width @param {number} height
 */
export async function sheet(element, width, height) {
  const svg = draw("svg", { xmlns: NS, width, height, viewBox: `0 0 ${width} ${height}` });
  const fill = getComputedStyle(element.closest(".stApp") ?? document.body).backgroundColor;
  svg.append(draw("style", {}, await fontFace()), draw("rect", { width: "100%", height: "100%", fill }));
  return svg;
}

/** @param {"png" | "svg"} kind @param {Element} svg @param {string} name */
export async function saveSheet(kind, svg, name) {
  if (kind === "svg") save([serialised(svg)], "image/svg+xml", `${name}.svg`);
  else save(await raster(svg), "image/png", `${name}.png`);
}

/** @param {Element} svg */
const serialised = (svg) => new XMLSerializer().serializeToString(svg);

/** A plot as an SVG element of its own. @param {HTMLElement} element */
async function drawn(element) {
  const source = await plotlyHere().toImage(element, {
    format: "svg", width: element.clientWidth, height: element.clientHeight,
  });
  const text = decodeURIComponent(source.slice(source.indexOf(",") + 1));
  return new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
}

/** @param {string} tag @param {Record<string, string | number>} attributes */
export function draw(tag, attributes, text = "") {
  const element = document.createElementNS(NS, tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

/**
 * @param {string} text @param {number} x @param {number} y @param {number} size
 * @param {number} weight @param {string} fill
 */
export const words = (text, x, y, size, weight, fill) =>
  draw("text", { x, y, fill, "font-size": size, "font-weight": weight, "font-family": FONT }, text);

/** From a file a page may not read the rules of a style that is a file too. @param {CSSStyleSheet} sheet */
function rulesOf(sheet) {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

// A picture sees no font of the page, so it carries its own; without one it takes the system's.
async function fontFace() {
  const rules = [...document.styleSheets].flatMap(rulesOf);
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
 * Words in lines no wider than `width` [px], with room for a font that runs wider. A word that is
 * wider, as an address can be, goes on in the next line.
 * @param {string} text @param {number} width
 */
export function wrapped(text, width, weight = 400, size = 15) {
  const measure = measuring(weight, size);
  /** @param {string} letters */
  const fits = (letters) => measure(letters).width <= 0.88 * width;
  const lines = [""];
  for (const word of text.split(" ")) {
    if (lines.at(-1) && !fits(`${lines.at(-1)}${word}`)) lines.push("");
    for (const letter of word) {
      if (!fits(`${lines.at(-1)}${letter}`)) lines.push("");
      lines.push(`${lines.pop()}${letter}`);
    }
    lines.push(`${lines.pop()} `);
  }
  return lines.map((line) => line.trim());
}

/** What measures letters of the page's font. @param {number | string} weight @param {number} size */
export function measuring(weight, size) {
  const brush = brushOn(document.createElement("canvas"));
  brush.font = `${weight} ${size}px ${FONT}`;
  /** @param {string} letters */
  return (letters) => brush.measureText(letters);
}

/** @param {HTMLCanvasElement} canvas */
function brushOn(canvas) {
  const brush = canvas.getContext("2d");
  if (!brush) throw new Error("This browser draws no pictures.");
  return brush;
}

/** A picture as PNG. @param {Element} svg @returns {Promise<Blob>} */
export async function raster(svg) {
  const [width, height] = ["width", "height"].map((side) => Number(svg.getAttribute(side)));
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(serialised(svg))}`;
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
