// The addresses of a figure: what it is fetched by, what leads to it as it stands, what shows it in
// the page of another.
import { make } from "./element.js";

/** @import {ChartData, Texts} from "../contract.js" */

/**
 * A figure is fetched for its form and for the fields that it is not swept over.
 * @param {ChartData} data @param {Texts} texts @param {string} form
 */
export const addressOf = ({ address, addressed }, texts, form) =>
  `${address.replace("FORM", form)}?${new URLSearchParams(addressed.map((field) => [field, texts[field]]))}`;

/** A state as it stands in an address. @param {ChartData} data @param {Texts} texts */
export const queryOf = ({ view }, texts) =>
  new URLSearchParams(Object.entries(texts).map(([field, text]) => [`${view}.${field}`, text]));

/**
 * A state as a pin holds it (`views/state.py`): what differs from the usual one.
 * @param {ChartData} data @param {Texts} texts
 */
export function packed({ usual }, texts) {
  const parts = Object.entries(texts)
    .filter(([field, text]) => field !== "pin" && text !== usual?.[field])
    .map((part) => part.join("-"));
  return parts.join("--") || "drugs-1";
}

/**
 * The address of this page at a figure: without what an advertiser hung on it; the first figure of
 * a page needs no name.
 * @param {HTMLElement} figure
 */
export function linkTo(figure) {
  const { href, search } = location;
  const states = [...new URLSearchParams(search)].filter(([key]) => key.includes("."));
  const query = states.length ? `?${new URLSearchParams(states)}` : "";
  const first = figure === document.querySelector(".live-figure");
  return `${href.split(/[?#]/)[0]}${query}${first ? "" : `#${figure.id}`}`;
}

/** The line that shows a figure in the page of another. @param {ChartData} data @param {Texts} texts */
export function embedOf(data, texts) {
  const src = `${location.origin}${data.embed}?${queryOf(data, texts)}`;
  const style = "border: 0; max-width: 100%";
  return make("iframe", { src, title: data.title, width: 600, height: 450, loading: "lazy", style }).outerHTML;
}
