// A figure in a frame of another page. The plain one stands at once; it becomes live when it is in
// sight and nothing else is to be done, or when a hand comes near, whichever is first.
import { enliven } from "./alone.js";
import { apart } from "./apart.js";
import { make, the } from "./element.js";

/** @import {Chart} from "./chart.js" */

const LATER_MS = 1500; // where a browser does not say when it is idle
const NEAR = ["pointerover", "pointerdown", "touchstart", "focusin"];
const chapter = the(".embed-open");
/** @type {Promise<void> | undefined} */
let coming;

function begin() {
  coming ??= live().catch(() => { coming = undefined; }); // the next touch tries again
}

async function live() {
  /** @type {Chart} */
  const chart = await enliven(the(".live-figure"), () => lead(chart));
  const { root } = chart.dom;
  root.append(make("details", { className: "embed-more" }, make("summary", {}, "More"),
    make("div", {}, ...apart(root), ...root.querySelectorAll(".live-pins, .live-tries, .live-tools"))));
  NEAR.forEach((sign) => removeEventListener(sign, begin));
}

// The chapter opens in the state of the figure.
/** @param {Chart} chart */
function lead(chart) {
  if (chapter instanceof HTMLAnchorElement) chapter.search = `?${chart.query()}`;
}

const seen = new IntersectionObserver((entries) => {
  if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
  seen.disconnect();
  if ("requestIdleCallback" in window) requestIdleCallback(begin, { timeout: LATER_MS });
  else setTimeout(begin, LATER_MS);
});
NEAR.forEach((sign) => addEventListener(sign, begin, { passive: true }));
if (document.readyState === "complete") seen.observe(the(".live-figure"));
else addEventListener("load", () => seen.observe(the(".live-figure")));
