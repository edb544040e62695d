// What is read: the sentence with its coloured words, and the table.

const MARK = /:(\w+)\[([^\]]*)\]/g;

/** @import {Table} from "../contract.js" */

/** @param {string} sentence */
export const plain = (sentence) => sentence.replace(MARK, "$2");

/** @param {HTMLElement} element @param {string} sentence */
export function showSentence(element, sentence) {
  if (element.dataset.sentence === sentence) return;
  element.dataset.sentence = sentence;
  const parts = [];
  let at = 0;
  for (const match of sentence.matchAll(MARK)) {
    parts.push(sentence.slice(at, match.index));
    const word = document.createElement("b");
    word.className = `ink-${match[1]}`;
    word.textContent = match[2];
    parts.push(word);
    at = match.index + match[0].length;
  }
  parts.push(sentence.slice(at));
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
