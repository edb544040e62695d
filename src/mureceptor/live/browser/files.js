// The explainer as files: what the server would answer is brought from the folder (`app/files.py`). From a
// file a page may fetch nothing, but it may run a script that is a file too. What is not in the folder is
// said to be so, and never guessed.

/** @import {ChartData, Texts} from "../contract.js" */
/** @typedef {{sizes: Record<string, [number, number]>, packed: string}} Packed */

const FIGURE = /live\/figures\/(\w+)\/(\w+)\?(.*)$/;
const NO_STATE = "This needs the server: these files hold each figure as it starts, with its choices and presets, and here one control moved at a time.";
const NOT_SO = "The link asks for what this figure does not have, so it stands as it starts.";
const NO_ROOM = "a room needs a server, and these pages are files";
const here = new Set(document.documentElement.dataset.figures?.split(" "));
const fetchOthers = window.fetch.bind(window);

/**
 * What the address sets of a figure, with what a chosen option opens with; or why it cannot be set.
 * @param {ChartData} data @param {URLSearchParams} query
 */
export function asked({ view, texts, controls, choices }, query) {
  /** @type {Map<string, string[]>} */
  const values = new Map();
  for (const control of controls) values.set(control.field, control.values);
  for (const choice of choices) values.set(choice.field, Object.keys(choice.options));
  const set = Object.keys(texts).map((field) => [field, query.get(`${view}.${field}`) ?? ""]).filter(([, text]) => text);
  if (!set.every(([field, text]) => values.get(field)?.includes(text) ?? true)) return { texts: {}, why: NOT_SO };
  /** @type {Texts} */
  const told = Object.fromEntries(set);
  return { texts: Object.assign({}, ...choices.map(({ field, opens }) => opens[told[field]]), told), why: "" };
}

/** What a script of the folder brings along. @param {string} address @returns {Promise<any>} */
const bring = (address) => new Promise((resolve, reject) => {
  const script = Object.assign(document.createElement("script"), { src: address });
  script.addEventListener("load", () => resolve(Reflect.get(script, "brought")));
  script.addEventListener("error", () => reject(new TypeError(`${address} is not there`)));
  script.addEventListener("load", () => script.remove());
  document.head.append(script);
});

/** @param {string} packed gzip, in base64 */
async function unzip(packed) {
  const bytes = await (await fetchOthers(`data:application/gzip;base64,${packed}`)).blob();
  return new Response(bytes.stream().pipeThrough(new DecompressionStream("gzip")));
}

/** @type {Promise<string> | undefined} */
let plotly;

/** Where Plotly is, once it is unpacked. */
async function plotlyAddress() {
  const code = await (await unzip(await bring("live/plotly.js"))).blob();
  return URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
}

/** A figure as it is in files: no page shows it by itself. @param {ChartData} data @returns {Promise<ChartData>} */
export async function inFiles(data) {
  plotly ??= plotlyAddress();
  return { ...data, embed: "", plotly: await plotly };
}

/**
 * The answer for one form, as `live/payload.py` makes it. In the file the forms lie one after the other,
 * each a header and a block of floats, the first bytes of all floats first; of the later blocks only what
 * differs from the first one.
 * @param {Packed} packed @param {string} form
 */
async function unpack({ sizes, packed }, form) {
  const content = new Uint8Array(await (await unzip(packed)).arrayBuffer());
  /** @type {Uint8Array | undefined} */
  let first;
  let at = 0;
  for (const [name, [head, length]] of Object.entries(sizes)) {
    const block = new Uint8Array(length);
    for (let i = 0; i < length; i += 1) {
      block[i] = content[at + head + (i % 4) * (length / 4) + (i >> 2)] ^ (first?.[i] ?? 0);
    }
    if (name === form) return new Response(new Blob([content.slice(at, at + head), block]));
    first ??= block;
    at += head + length;
  }
  return new Response(NO_STATE, { status: 501 });
}

/** @param {string} view @param {string} form @param {string} query */
async function figure(view, form, query) {
  const name = [view, ...new URLSearchParams(query).values()].filter(Boolean).join("_");
  if (!here.has(name)) return new Response(NO_STATE, { status: 501 });
  return unpack(await bring(`live/figures/${name}.js`), form);
}

/** @type {typeof fetch} */
window.fetch = async (input, how) => {
  const address = String(input);
  const asked = FIGURE.exec(address);
  if (asked) return figure(asked[1], asked[2], asked[3]);
  if (address === "health") return new Response("ok");
  if (address === "room/notes") return Response.json(await bring("live/notes.js"));
  if (address.startsWith("room/")) return new Response(NO_ROOM, { status: 501 });
  return fetchOthers(input, how);
};
