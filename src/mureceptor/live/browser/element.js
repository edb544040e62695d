// Making and finding elements. All words arrive as text, never as markup.

/**
 * Make an element. What is no property of it becomes an attribute.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} properties
 * @param {(Node | string)[]} children
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) Object.assign(element, { [name]: value });
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/**
 * The element of the page that is always there.
 * @param {string} selector @param {ParentNode} within @returns {HTMLElement}
 */
export function the(selector, within = document) {
  const found = within.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`The page has no ${selector}.`);
  return found;
}

/**
 * The innermost element around the target of an event that fits, if any does.
 * @param {EventTarget | null} target @param {string} selector @returns {HTMLElement | null}
 */
export const around = (target, selector) => (target instanceof Element ? target.closest(selector) : null);

/** @param {EventTarget | null} target @param {string} selector */
export const fits = (target, selector) => target instanceof Element && target.matches(selector);
