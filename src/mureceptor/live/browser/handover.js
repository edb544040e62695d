// A plain page comes with the first answer; Streamlit starts behind it, out of sight. Once its page is
// whole and drawn it takes the plain page's place in one frame: what stands at the top stays there,
// what had the focus has it, and what was set meanwhile is set. Where it does not come in time, the
// plain page's own figures become live (`alone.js`), and the place is handed over when it does.
import { enliven, recordOf, textOf } from "./alone.js";
import { chartOf } from "./chart.js";
import { around, the } from "./element.js";
import { sayAlone } from "./said.js";
import "./save_still.js"; // so that its buttons answer too
import { all, figureIn, pressedIn, twin, WORDED } from "./twin.js";

/** @import {Chart} from "./chart.js" */
/** @import {Texts} from "../contract.js" */

const LATE_MS = 5000; // from the start of the visit
const LOOK_MS = 50;
const AGAIN_MS = 5000;
const REST_MS = 150; // a page that scrolled so lately may scroll on
const ALONE = "This page has no live connection to its server yet. Reading, links and figures work without it; the talk does not.";
const CUT = "The server cannot be reached just now. This page can be read; its figures move, and its links lead on, once it is back.";
const STANDING = "figure[data-view]:not([data-form])"; // a figure that does not move yet
const root = the("#root");
/** @type {Map<string, Texts>} */
const wishes = new Map(); // what a reader set, by view
/** @type {WeakMap<Chart, string>} */
const granted = new WeakMap(); // the wish that a live chart was told last
let turn = 0; // of what was asked for; an answer to an earlier one comes too late
let held = false; // a pointer is down
let alone = false; // the plain page's own figures become live
let scrolled = -Infinity; // when

// What a closed fold holds has a place in some browsers, though nobody sees it.
const FOLDED = "details:not([open]) > :not(summary)";
/** @param {Element} part */
const isLaidOut = (part) => part.getClientRects().length > 0 && !part.closest(FOLDED);

/** @param {number} ms */
const wait = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

// --- While the plain page stands ------------------------------------------------------------------

/**
 * Show a figure in another state: its address says which, and the server draws it.
 * @param {HTMLElement} figure @param {Texts} texts
 */
async function ask(figure, texts) {
  const { view, texts: before } = recordOf(figure);
  const wish = { ...before, ...wishes.get(view), ...texts };
  wishes.set(view, wish);
  const query = new URLSearchParams(location.search);
  for (const [field, text] of Object.entries(wish)) query.set(`${view}.${field}`, text);
  history.replaceState(history.state, "", `?${query}${location.hash}`);
  turn += 1;
  const mine = turn;
  figure.ariaBusy = "true"; // until it shows what is set; the live one will
  const answer = await fetch(location.href).then((response) => response.text()).catch(() => "");
  const next = figureIn(new DOMParser().parseFromString(answer, "text/html"), view);
  while (held) await wait(LOOK_MS);
  if (!next || mine !== turn || !figure.isConnected) return;
  const focus = figure.contains(document.activeElement) ? document.activeElement : null;
  figure.replaceWith(next);
  const page = the("#plain");
  if (focus) twin(focus, page)?.focus({ preventScroll: true });
  for (const button of pressedIn(figure)) twin(button, page)?.setAttribute("aria-busy", "true");
}

/** @param {Event} event */
function onInput({ target }) {
  const figure = around(target, STANDING);
  if (!figure || !(target instanceof HTMLInputElement)) return;
  turn += 1;
  figure.ariaBusy = "true";
  const box = the(`.live-control:has([for="${CSS.escape(target.id)}"])`, figure);
  box.style.setProperty("--share", String(Number(target.value) / Number(target.max)));
  const output = box.querySelector("output");
  if (output) output.textContent = textOf(target, figure);
}

/** @param {Event} event */
function onChange({ target }) {
  const figure = around(target, STANDING);
  if (figure && target instanceof HTMLInputElement) ask(figure, { [target.dataset.field ?? ""]: textOf(target, figure) });
}

// A choice and a preset are links; what differs from the state that is drawn is what they set.
/** @param {MouseEvent} event */
function onClick(event) {
  const figure = around(event.target, STANDING);
  const link = around(event.target, "a");
  const button = around(event.target, "button:not(.word)"); // a word answers by itself
  if (!figure) return;
  if (link instanceof HTMLAnchorElement && link.pathname === location.pathname && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    const { view, texts } = recordOf(figure);
    const told = [...new URL(link.href).searchParams].map(([key, text]) => [key.replace(`${view}.`, ""), text]);
    ask(figure, Object.fromEntries(told.filter(([field, text]) => field in texts && texts[field] !== text)));
  } else if (button) {
    button.ariaBusy = "true"; // until the live one, which has the answer, is pressed
  }
}

// --- The hand-over --------------------------------------------------------------------------------

/**
 * Whether Streamlit's run has ended, every part is there, all that was set is set, and the first
 * figure and those in sight are drawn.
 * @param {Element} plain
 */
function whole(plain) {
  const ended = root.querySelector('.stApp[data-test-script-state="notRunning"]');
  if (!ended || !root.querySelector("h1") || root.querySelector('[data-stale="true"], [data-testid="stSkeleton"]')) return false;
  for (const own of plain.querySelectorAll("figure[data-view][data-form]")) {
    const chart = chartOf(own);
    if (chart) wishes.set(chart.data.view, chart.now());
  }
  for (const open of plain.querySelectorAll("details[open]:not(.plain-chapters) > summary")) {
    const other = twin(open, root)?.closest("details");
    if (other) other.open = true;
  }
  return [...root.querySelectorAll('[class*="st-key-live_"]')].every((box, i) => {
    if (box.querySelector(".live-fold:not([open])")) return true;
    const live = box.querySelector("figure[data-view][data-form]");
    const chart = chartOf(live);
    if (!live || !chart) return false;
    const { view } = chart.data;
    const wish = wishes.get(view);
    if (wish && granted.get(chart) !== JSON.stringify(wish)) {
      granted.set(chart, JSON.stringify(wish));
      chart.mirror(wish);
    }
    const { top = 0, bottom = 0 } = figureIn(plain, view)?.getBoundingClientRect() ?? {};
    if (i > 0 && (bottom < 0 || top > innerHeight)) return true;
    if (live.querySelector(".live-message:not(:empty)")) return true; // it says itself what is wrong
    return chart.stands && [...live.querySelectorAll(".live-plot")].every((plot) => plot.querySelector(".main-svg") || !plot.clientWidth);
  });
}

// Not under a hand, and not while a list is open or the page moves.
/** @param {Element} plain */
const free = (plain) =>
  !held && performance.now() - scrolled > REST_MS && !plain.querySelector(".plain-chapters[open]");

/** @param {Element} page */
const scroller = (page) =>
  (getComputedStyle(page).overflowY === "visible" ? document.scrollingElement ?? page : page);

/** @param {HTMLElement} plain */
function swap(plain) {
  const focus = document.activeElement;
  const goal = focus && focus !== plain && plain.contains(focus) ? twin(focus, root) : undefined;
  // What stands nearest to the top of the window stays where it is.
  /** @param {Element} part */
  const far = (part) => Math.abs(part.getBoundingClientRect().top);
  const marks = [...plain.querySelectorAll(`${WORDED}, figure[data-view]`)].filter(isLaidOut).sort((a, b) => far(a) - far(b));
  /** @type {HTMLElement | undefined} */
  let same;
  const mark = marks.find((each) => {
    same = twin(each, root);
    return same && isLaidOut(same);
  });
  const was = mark?.getBoundingClientRect().top ?? 0;
  const moved = scroller(plain).scrollTop > 0;
  // Read already: what would be said aloud as it comes into sight.
  root.querySelectorAll(".notice, .picked").forEach((each) => each.removeAttribute("role"));
  for (const own of all("figure[data-view][data-form]", plain)) {
    const chart = chartOf(own);
    if (chart?.display.tabled) chartOf(figureIn(root, own.dataset.view))?.display.toggleTable();
    chart?.close();
  }
  const buttons = pressedIn(plain).map((button) => twin(button, root));
  plain.remove();
  const main = the('[data-testid="stMain"]', root);
  if (moved && same) scroller(main).scrollTop += same.getBoundingClientRect().top - was;
  if (focus === plain) main.focus({ preventScroll: true });
  if (goal && focus?.getAttribute("tabindex") === "-1") goal.tabIndex = -1;
  goal?.focus({ preventScroll: true });
  buttons.forEach((button) => button?.click());
  sayAlone("");
}

// The figures that can be drawn become live, one after the other; a plain one stands until then.
/** @param {Element} plain */
async function standAlone(plain) {
  const told = "old" in document.documentElement.dataset; // by the page itself
  let cut = false;
  for (const { dataset: { view } } of all(STANDING, plain)) {
    /** @type {HTMLElement | null} */
    let figure;
    /** @type {Chart | undefined} */
    let chart;
    do { // again, where it was drawn in another state meanwhile
      figure = figureIn(plain, view);
      chart = figure ? await enliven(figure).catch(() => undefined) : undefined;
    } while (!chart && figure !== figureIn(plain, view));
    if (!plain.isConnected) return chart?.close();
    chart?.mirror(wishes.get(view ?? "") ?? {});
    cut = !chart;
    if (!told) sayAlone(cut ? CUT : ALONE);
  }
  if (!told && !cut) sayAlone(ALONE);
  if (plain.querySelector(STANDING)) setTimeout(() => standAlone(plain), AGAIN_MS);
}

// Do what was done before this script had come.
/** @param {HTMLElement} plain */
function catchUp(plain) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const ranges = plain.querySelectorAll(`${STANDING} input[type=range]`);
  for (const range of ranges) {
    if (range.value === range.defaultValue) continue;
    range.dispatchEvent(new Event("input", { bubbles: true }));
    range.dispatchEvent(new Event("change", { bubbles: true }));
  }
  /** @type {NodeListOf<HTMLButtonElement>} */
  const early = plain.querySelectorAll("[data-pressed]"); // by `later.js`
  early.forEach((button) => button.click());
}

/** @param {HTMLElement} plain */
async function begin(plain) {
  const { dataset } = document.documentElement;
  plain.addEventListener("input", onInput);
  plain.addEventListener("change", onChange);
  plain.addEventListener("click", onClick);
  addEventListener("scroll", () => { scrolled = performance.now(); }, { capture: true, passive: true });
  for (const [type, down] of /** @type {const} */ ([["pointerdown", true], ["pointerup", false], ["pointercancel", false]])) {
    addEventListener(type, () => { held = down; }, true);
  }
  addEventListener("pointermove", ({ buttons }) => { held &&= buttons > 0; }, true);
  plain.dataset.heard = ""; // from here on what is set is kept
  catchUp(plain);
  for (;; await wait(alone ? 4 * LOOK_MS : LOOK_MS)) {
    if (whole(plain) && free(plain)) return swap(plain);
    const ms = performance.now();
    const late = ms > (root.querySelector("h1") ? 2 : 1) * LATE_MS;
    if (!alone && (late || "old" in dataset || "failed" in dataset)) {
      alone = true;
      standAlone(plain);
    }
  }
}

const plain = document.getElementById("plain");
if (plain) begin(plain);
