// Taking a figure along: its numbers as a file for a spreadsheet, its picture as PNG or SVG. Both
// are made here, in the browser, and say what the figure rests on and where it can be found.
import { plain } from "./words.js";

function save(content, type, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob(content, { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// What must not be lost on the way: it heads the file and foots the picture.
const about = (data, document) => [
  plain(document.sentence),
  [`Rests on: ${data.tag[1]}.`, data.note].filter(Boolean).join(" "),
  data.caution,
  location.href,
].filter(Boolean);

const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const number = (value) => (typeof value === "number" ? Number(value.toPrecision(5)) : value);

// Every named line exactly as it is drawn, one row a point.
export function saveNumbers(data, document, name) {
  const rows = [[data.title], ...about(data, document).map((line) => [line]), []];
  for (const { data: traces, layout } of Object.values(document.panels)) {
    const drawn = traces.filter((trace) => trace.name && trace.x);
    // By convention a panel's first annotation is its y title; x is what the first control drags,
    // unless the figure says otherwise.
    const y = layout.annotations?.[0]?.text ?? "y";
    if (drawn.length) rows.push(["line", layout.meta?.x ?? data.controls[0]?.label ?? "x", y]);
    for (const trace of drawn) {
      Array.from(trace.x).forEach((x, i) => {
        const drawnHere = trace.y[i] !== null && !Number.isNaN(trace.y[i]);
        if (drawnHere) rows.push([trace.name, number(x), number(trace.y[i])]);
      });
    }
  }
  const text = rows.map((cells) => cells.map((cell) => quoted(String(cell))).join(",")).join("\r\n");
  save(["\ufeff", text], "text/csv", `${name}.csv`);
}

const NS = "http://www.w3.org/2000/svg";

// One picture of all panels side by side as they stand, with title above and words below.
export async function savePicture(kind, data, sweep, dom, name) {
  const style = getComputedStyle(dom.root);
  const paper = getComputedStyle(dom.root.closest(".stApp") ?? document.body).backgroundColor;
  const parts = [];
  let width = 0;
  let height = 0;
  for (const panel of sweep.panels) {
    const element = dom.panels[panel];
    const source = await window.Plotly.toImage(element, {
      format: "svg", width: element.clientWidth, height: element.clientHeight,
    });
    const text = decodeURIComponent(source.slice(source.indexOf(",") + 1));
    const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    svg.setAttribute("x", String(width + 24));
    svg.setAttribute("y", "64");
    svg.setAttribute("overflow", "visible"); // titles begin a little left of their panel
    parts.push(svg);
    width += element.clientWidth + 24;
    height = Math.max(height, element.clientHeight);
  }
  width += 24;
  const lines = about(data, sweep.document).flatMap((line) => wrapped(line, Math.floor(width / 7.6)));
  const total = 64 + height + 16 + lines.length * 22 + 16;
  const svg = document.createElementNS(NS, "svg");
  for (const [key, value] of Object.entries({ xmlns: NS, width, height: total, viewBox: `0 0 ${width} ${total}` })) {
    svg.setAttribute(key, value);
  }
  const rect = document.createElementNS(NS, "rect");
  rect.setAttribute("width", "100%");
  rect.setAttribute("height", "100%");
  rect.setAttribute("fill", paper);
  svg.append(rect, words(data.title, 24, 40, 20, 650, style.color), ...parts);
  lines.forEach((line, i) => svg.append(words(line, 24, 64 + height + 32 + i * 22, 15, 400, style.color)));
  const text = new XMLSerializer().serializeToString(svg);
  if (kind === "svg") return save([text], "image/svg+xml", `${name}.svg`);
  save(await raster(text, width, total), "image/png", `${name}.png`);
}

function words(text, x, y, size, weight, colour) {
  const element = document.createElementNS(NS, "text");
  const attributes = { x, y, fill: colour, "font-size": size, "font-weight": weight, "font-family": "Source Sans, sans-serif" };
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

function wrapped(text, length) {
  const lines = [""];
  for (const word of text.split(" ")) {
    if (lines.at(-1) && lines.at(-1).length + word.length >= length) lines.push("");
    lines.push(`${lines.pop()}${word} `);
  }
  return lines.map((line) => line.trim());
}

async function raster(svg, width, height) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 2 * width, height: 2 * height });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
