// Arriving at a chapter: it opens at its top, or at the part or figure that its link names, and a
// screen reader is told where it is. While Streamlit swaps one page for the next the place is held,
// since the browser would keep the old one; whoever scrolls meanwhile is left alone.
import { around, the } from "./element.js";
import { unfold } from "./fold.js";
import { say } from "./said.js";

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const root = the("#root");
const page = () => document.getElementById("plain") ?? root; // the one on show (`handover.js`)
/** @returns {HTMLElement | null} */
const headline = () => page().querySelector("h1");
/** @param {string | null} id @returns {HTMLElement | null} */
const partOf = (id) => (id ? page().querySelector(`#${CSS.escape(id)}`) : null);
// Streamlit's box of a figure (`live/chart.py` gives it the key); it stands before the figure does.
/** @param {string} view @returns {HTMLElement | null} */
const figureOf = (view) => page().querySelector(`.st-key-live_${CSS.escape(view)}, #plain [data-view="${CSS.escape(view)}"]`);
const figures = () => [...page().querySelectorAll('[class*="st-key-live_"], #plain [data-view]')];
const haveRoom = () => figures().every((box) => box.querySelector(".live-figure[data-form], .live-fold:not([open])"));
const scroller = () => {
  const main = document.querySelector('#plain, [data-testid="stMain"]');
  return main && getComputedStyle(main).overflowY !== "visible" ? main : document.documentElement;
};

/** @type {Map<string, number>} */
const left = new Map(); // how far each page was scrolled when it was left
let here = location.pathname;
let query = location.search; // of the link that led here
let shown = ""; // the headline
/** @type {{before: string | null, first?: boolean, top?: number, told?: boolean} | undefined} */
let arrival = { first: true, before: "" };
let back = false;

// The part that the address names, also where a chat has added a sign to it.
function named() {
  let name = location.hash.slice(1);
  try {
    name = decodeURIComponent(name);
  } catch {
    // a sign that was cut in two: as it stands
  }
  const bare = name.replace(/[^\w]+$/, "").toLowerCase();
  return [name, bare].map((id) => (id ? partOf(id) ?? figureOf(id) : null)).find(Boolean);
}

// The part that a link of this site names: its router takes no `#`.
const part = () => partOf(new URLSearchParams(query).get("part"));

// The one figure that a link sets, unless it is the first and so in sight at the top.
function figureSet() {
  const views = new Set([...new URLSearchParams(query).keys()].map((key) => key.split(".")[0]));
  const set = [...views].map(figureOf).filter((figure) => figure !== null);
  return set.length === 1 && set[0] !== figures()[0] ? set[0] : undefined;
}

function hold() {
  if (location.pathname !== here) {
    here = location.pathname;
    arrival = { before: arrival?.before ?? shown, top: back ? left.get(here) : 0 };
    back = false;
  }
  if (!arrival) return;
  if (document.querySelector(".stage")) { // a talk stands at its scene
    arrival = undefined;
    return;
  }
  const heading = headline();
  if (!heading || heading.textContent === arrival.before) return;
  shown = heading.textContent ?? "";
  const goal = arrival.top ? undefined : named() ?? part() ?? figureSet();
  unfold(goal?.querySelector(".live-fold") ?? goal);
  if (goal) goal.scrollIntoView();
  else if (!arrival.first) scroller().scrollTop = arrival.top ?? 0;
  const to = location.hash && goal ? goal : heading;
  // A first page is read from its start anyway, if its link names no part.
  const tell = location.hash ? goal : !arrival.first;
  if (tell && !arrival.told) {
    to.tabIndex = -1;
    to.focus({ preventScroll: true });
    arrival.told = true;
  }
  if (page() === root) { // a plain page is whole
    if (!document.querySelector('.stApp[data-test-script-state="notRunning"]')) return;
    if (document.querySelector('[data-stale="true"]')) return;
    if ((goal || location.hash) && !haveRoom()) return; // it may yet come, or be pushed down
  }
  if (location.hash && !named()) say("The link names a part that is not on this page, so it opens at the top.");
  arrival = undefined;
}

// Whoever moves by themselves has arrived.
function release() {
  if (arrival?.told || arrival?.first) arrival = undefined;
}

addEventListener("click", ({ target }) => {
  const link = around(target, "#root a[href]");
  if (link instanceof HTMLAnchorElement && !link.target) {
    const to = new URL(link.href);
    if (to.pathname !== location.pathname) {
      left.set(location.pathname, scroller().scrollTop);
      query = to.search;
      say("");
    }
    return;
  }
  // What a preset does is to be seen, also where its words stand below the figure.
  const figure = around(around(target, ".live-tries button, .live-pins button"), ".live-figure");
  if (figure) show(figure);
}, true);

/** @param {HTMLElement} figure */
function show(figure) {
  const area = scroller() === document.documentElement ? { top: 0, bottom: innerHeight } : scroller().getBoundingClientRect();
  const { top } = the(".live-main", figure).getBoundingClientRect();
  const { bottom } = the(".live-sentence", figure).getBoundingClientRect();
  const gap = 8;
  const above = top - area.top - gap;
  const below = bottom - area.bottom + gap;
  const by = above < 0 ? above : Math.max(0, Math.min(below, above));
  if (by) scroller().scrollBy({ top: by, behavior: still() ? "auto" : "smooth" });
}

addEventListener("popstate", () => {
  back = location.pathname !== here;
  query = location.search;
});
for (const act of ["wheel", "touchmove", "pointerdown", "keydown"]) {
  addEventListener(act, release, { capture: true, passive: true });
}
new MutationObserver(hold).observe(root, {
  childList: true, subtree: true, attributes: true, attributeFilter: ["data-test-script-state", "data-stale", "data-form"],
});
addEventListener("scroll", hold, { capture: true, passive: true });
hold();
