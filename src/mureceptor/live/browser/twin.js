// What is the same thing on the plain page and on the live one.
import { around } from "./element.js";

export const WORDED = "a, button, summary, h1, h2, h3, p, li, dt";

/** @param {ParentNode} page @param {string} [view] @returns {HTMLElement | null} */
export const figureIn = (page, view = "") => page.querySelector(`figure[data-view="${CSS.escape(view)}"]`);

/** @param {Element} element */
const wordsOf = (element) => element.textContent?.trim();

/** @param {string} selector @param {ParentNode | null} [page] @returns {HTMLElement[]} */
export const all = (selector, page) => [...page?.querySelectorAll(selector) ?? []].filter((each) => each instanceof HTMLElement);

/**
 * The same thing on another page: by its name, a control by its field, all else by its words; of
 * several with the same words, the one with as many before it.
 * @param {Element} part @param {ParentNode} page @returns {HTMLElement | undefined}
 */
export function twin(part, page) {
  const figure = around(part, "figure[data-view]");
  const within = figure ? figureIn(page, figure.dataset.view) : page;
  if (part === figure) return figureIn(page, figure.dataset.view) ?? undefined;
  if (part instanceof HTMLElement && part.dataset.field) {
    const option = part.dataset.option ?? (part instanceof HTMLInputElement && part.type === "radio" ? part.value : undefined);
    const same = all(`[data-field="${CSS.escape(part.dataset.field)}"]`, within);
    return same.find((each) => option === undefined || each.dataset.option === option || each.getAttribute("value") === option);
  }
  const named = part.id && page.querySelector(`#${CSS.escape(part.id)}`);
  if (named instanceof HTMLElement) return named;
  /** @param {ParentNode | null} where */
  const alike = (where) => all(WORDED, where).filter((each) => wordsOf(each) === wordsOf(part));
  const before = alike(figure ?? part.closest("#plain")).findIndex((each) => each === part);
  return alike(within)[Math.max(before, 0)];
}

/** The buttons that were pressed, and have not been answered yet. @param {ParentNode} page */
export const pressedIn = (page) => all('button[aria-busy="true"]', page);
