// A figure at every step of its controls, as `live/payload.py` packs it.
import { read, write } from "./storage.js";

/** @import {DocumentData, FrameData, HeaderData} from "../contract.js" */
/** @typedef {(string | number)[]} Path from the document, or a panel of it, down to a leaf */

/** @type {Map<string, Promise<ArrayBuffer>>} */
const fetched = new Map(); // by address

/** A new sweep for each figure, though the bytes come once. @param {string} address */
export const fetchSweep = (address) => fetchOnce(address).then((buffer) => new Sweep(buffer));

/** Fetch what will be wanted soon; if it fails, it is asked for again then. @param {string} address */
export const prefetch = (address) => fetchOnce(address).catch(() => {});

/** @param {string} address */
function fetchOnce(address) {
  const known = fetched.get(address);
  if (known) return known;
  const [oldest] = fetched.keys();
  if (fetched.size > 40) fetched.delete(oldest);
  const promise = load(address);
  promise.catch(() => fetched.delete(address));
  fetched.set(address, promise);
  return promise;
}

/** What is not to be had, however often it is asked for. */
export class AbsentError extends Error {}

/** @param {string} address */
async function load(address) {
  const response = await fetch(address).catch(() => {
    throw new Error("The figure could not be loaded.");
  });
  if (response.status === 410 && Date.now() - Number(read("sessionStorage", "reloaded")) > 60_000) {
    // Another version is running: start afresh, but not again and again.
    if (write("sessionStorage", "reloaded", String(Date.now()))) location.reload();
  }
  if (response.status === 501) throw new AbsentError(await response.text()); // there is no server (`files.js`)
  if (!response.ok) throw new Error("The figure could not be loaded.");
  return response.arrayBuffer();
}

export class Sweep {
  /** @param {ArrayBuffer} buffer */
  constructor(buffer) {
    const length = new DataView(buffer).getUint32(0, true);
    /** @type {HeaderData} */
    const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
    this.floats = new Float32Array(buffer, 4 + length);
    this.steps = header.steps; // how many each control has
    this.unused = header.unused; // fields of controls that mean nothing here
    this.frames = header.frames;
    /** @type {DocumentData} */
    this.document = this.unpack(header.document);
    this.panels = Object.keys(this.document.panels);
    /** @type {Map<string | number, Path[]>} */
    this.changed = new Map(this.panels.map((name) => [name, []])); // by panel: paths since drawn
    const paths = this.frames.map(({ path }) => path).filter(([part]) => part === "panels");
    /** @type {Map<string, Path[]>} */
    this.moving = new Map(this.panels.map((name) => // by panel: paths that any step changes
      [name, paths.filter(([, panel]) => panel === name).map((path) => path.slice(2))]));
  }

  /** @param {any} node @returns {any} */
  unpack(node) {
    if (node === null || typeof node !== "object") return node;
    if (Array.isArray(node)) return node.map((child) => this.unpack(child));
    if (node.f32) return this.floats.subarray(node.f32.start, node.f32.start + node.f32.length);
    return Object.fromEntries(Object.entries(node).map(([k, child]) => [k, this.unpack(child)]));
  }

  /**
   * Set the document to these steps: every frame, or those that control `moved` has a part in.
   * @param {number[]} steps @param {number} [moved]
   */
  moveTo(steps, moved) {
    for (const frame of this.frames) {
      if (moved !== undefined && !frame.controls.includes(moved)) continue;
      const at = frame.controls.reduce((n, c) => n * this.steps[c] + steps[c], 0);
      const last = frame.path.length - 1;
      const parent = frame.path.slice(0, last).reduce((node, key) => node[key], /** @type {any} */ (this.document));
      const value = this.value(frame, at);
      if (parent[frame.path[last]] === value) continue;
      parent[frame.path[last]] = value;
      if (frame.path[0] === "panels") {
        const [, panel, ...path] = frame.path;
        this.changed.set(panel, [...this.changed.get(panel) ?? [], path]);
      }
    }
  }

  /** @param {FrameData} frame @param {number} at */
  value({ distinct, index, floats, size }, at) {
    if (distinct.length) return distinct[index[at]];
    const start = floats.start + at * Math.max(1, size);
    return size ? this.floats.subarray(start, start + size) : this.floats[start];
  }
}
