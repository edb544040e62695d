// Where a screen is small: the help line gives way, and what scrolls sideways is reached by keys.
import { the } from "./element.js";

const SHORT_PX = 400;
const SHARE = 0.25; // of the height that the help line may take for itself
const LATER_MS = 200;
const foot = the(".foot");
/** @type {number | undefined} */
let later;

// Then the page scrolls as a whole, the help line at its end (`page.css`).
function giveWay() {
  const short = innerHeight < SHORT_PX || foot.offsetHeight > SHARE * innerHeight;
  document.documentElement.toggleAttribute("data-short", short);
}

// Only an equation that does not fit is a stop of the tab key.
function reach() {
  later = undefined;
  document.querySelectorAll(".katex-display").forEach((equation) => {
    const scrolls = equation.scrollWidth > equation.clientWidth;
    // Its purpose may come later than it does.
    const purpose = equation.closest('[data-testid="stColumn"]')?.querySelector(".purpose")?.textContent ?? "";
    const label = `Equation, scrolls sideways: ${purpose}`;
    if (equation.getAttribute("aria-label") === (scrolls ? label : null)) return;
    const signs = { tabindex: "0", role: "region", "aria-label": label };
    for (const [name, value] of Object.entries(signs)) {
      if (scrolls) equation.setAttribute(name, value);
      else equation.removeAttribute(name);
    }
  });
}

function soon() {
  later ??= setTimeout(reach, LATER_MS);
}

new ResizeObserver(giveWay).observe(foot);
addEventListener("resize", () => {
  giveWay();
  soon();
});
addEventListener("toggle", soon, true); // what was folded has its width now
new MutationObserver(soon).observe(the("#root"), { childList: true, subtree: true });
document.fonts?.addEventListener("loadingdone", soon);
giveWay();
