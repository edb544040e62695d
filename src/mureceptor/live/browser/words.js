// What is read: the sentence with its coloured words, hard words that open what they mean, the table.
import { make } from "./element.js";

const MARK = /:(\w+)\[([^\]]*)\]/g;

/** @import {Table, Texts} from "../contract.js" */
/** @typedef {{word: string, anchor: string, sign: string}} Opened */

const SIGNS = "(?:\u2019s)?[.,:;?!)]*"; // they stay with the word, or could begin the next line

/** @type {WeakMap<Texts, {anchors: Map<string, string>, pattern: RegExp}>} */
const patterns = new WeakMap();

/** @param {Texts} words */
function found(words) {
  let told = patterns.get(words);
  if (!told) {
    const longestFirst = Object.keys(words).sort((a, b) => b.length - a.length).join("|");
    const pattern = new RegExp(`(?<![\\w-])(${longestFirst})(s?)(?![\\w-])(${SIGNS})`, "gi");
    told = { anchors: new Map(Object.entries(words).map(([word, anchor]) => [word.toLowerCase(), anchor])), pattern };
    patterns.set(words, told);
  }
  return told;
}

/**
 * Part a text at its hard `words`, as `views/explained.py` does. What is `met` already opens nothing
 * again; what opens here is added to it.
 * @param {string} text @param {Texts} words @param {Set<string>} met
 */
export function pieces(text, words, met) {
  if (Object.keys(words).length === 0) return [text];
  const { anchors, pattern } = found(words);
  /** @type {(string | Opened)[]} */
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    const [all, word, plural, sign] = match;
    const anchor = anchors.get(word.toLowerCase()) ?? "";
    if (met.has(anchor) && !word.includes("-")) continue;
    parts.push(text.slice(at, match.index), { word: word + plural, anchor: met.has(anchor) ? "" : anchor, sign });
    met.add(anchor);
    at = match.index + all.length;
  }
  parts.push(text.slice(at));
  return parts.filter(Boolean);
}

/** A text with its hard words as buttons. @param {string} text @param {Texts} words @param {Set<string>} met */
export const explained = (text, words, met) => pieces(text, words, met).map((piece) => {
  if (typeof piece === "string") return piece;
  const { word, anchor, sign } = piece;
  if (!anchor) return make("span", { className: "signed" }, word, sign); // on one line, as 7-OH is
  const button = make("button", { type: "button", className: "word", popovertarget: anchor }, word);
  return sign ? make("span", { className: "signed" }, button, sign) : button;
});

/** @param {string} sentence */
export const plain = (sentence) => sentence.replace(MARK, "$2");

/** @param {HTMLElement} element @param {string} sentence @param {Texts} words @param {Set<string>} met */
export function showSentence(element, sentence, words, met) {
  if (element.dataset.sentence === sentence) return;
  element.dataset.sentence = sentence;
  const parts = [];
  let at = 0;
  for (const match of sentence.matchAll(MARK)) {
    parts.push(...explained(sentence.slice(at, match.index), words, met));
    parts.push(make("b", { className: `ink-${match[1]}` }, ...explained(match[2], words, met)));
    at = match.index + match[0].length;
  }
  parts.push(...explained(sentence.slice(at), words, met));
  element.replaceChildren(...parts);
}

/** @param {HTMLElement} element @param {Table} table */
export function showTable(element, { columns, rows }) {
  /** @param {string[]} cells @param {"td" | "th"} tag */
  const row = (cells, tag) => {
    const tr = document.createElement("tr");
    tr.append(...cells.map((text) => Object.assign(document.createElement(tag), { textContent: text })));
    if (tag === "td") tr.cells[0].setAttribute("role", "rowheader");
    return tr;
  };
  const head = document.createElement("thead");
  const headings = row(columns, "th");
  headings.querySelectorAll("th").forEach((th) => th.setAttribute("scope", "col"));
  head.append(headings);
  const body = document.createElement("tbody");
  body.append(...rows.map((cells) => row(cells, "td")));
  element.replaceChildren(head, body);
}
