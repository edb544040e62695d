// What is folded: it opens for whoever comes by a link to something in it, and for paper. Not a live
// figure: it would be drawn too late.
import { around } from "./element.js";

/** @param {Element | null | undefined} element */
export function unfold(element) {
  for (let fold = element?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
}

addEventListener("click", ({ target }) => {
  const name = around(target, 'a[href^="#"]')?.getAttribute("href")?.slice(1);
  if (!name) return;
  const part = document.getElementById(name);
  if (part) unfold(part);
  else location.assign(`${location.pathname}#${name}`); // a filter hides it: the whole page has it
}, true);

/** @type {HTMLDetailsElement[]} */
let opened = [];
addEventListener("beforeprint", () => {
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const folded = document.querySelectorAll("details:not([open], .aside, .live-fold, .plain-chapters)");
  opened = [...folded];
  for (const fold of opened) fold.open = true;
});
addEventListener("afterprint", () => {
  for (const fold of opened) fold.open = false;
});
