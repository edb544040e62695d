// A scene's caution stands in the margin beside the plot, where the labels of the lines stand too: it
// keeps clear of them, and moves only when one comes its way; without room it goes below the words.

const LEADING_PX = 5; // above and below what is seen of a label

/** @typedef {{top: number, bottom: number}} Span */

/**
 * The place nearest to `top` where something so high lies over none of what is taken, if any.
 * @param {number} top @param {number} height @param {Span[]} taken @param {Span} within
 */
export function clearOf(top, height, taken, within) {
  const fits = (/** @type {number} */ at) => at >= within.top && at + height <= within.bottom
    && taken.every((each) => each.bottom <= at || each.top >= at + height);
  const places = [top, within.top, within.bottom - height, ...taken.flatMap((each) => [each.bottom, each.top - height])];
  return places.filter(fits).sort((a, b) => Math.abs(a - top) - Math.abs(b - top))[0];
}

/**
 * Keep the caution of a scene's figure clear, whatever is drawn, until `signal` says so.
 * @param {HTMLElement} figure @param {AbortSignal} signal
 */
export function keepClear(figure, signal) {
  const caution = figure.querySelector(".live-caution");
  const main = figure.querySelector(".live-main");
  if (!(caution instanceof HTMLElement) || !main) return;
  const place = () => {
    const at = caution.getBoundingClientRect();
    if (!at.height || getComputedStyle(caution).position !== "absolute") return;
    const zoom = at.height / caution.offsetHeight;
    const labels = [...main.querySelectorAll(".main-svg text")].map((label) => label.getBoundingClientRect());
    const beside = labels.filter(({ left, right }) => right > at.left && left < at.right)
      .map(({ top, bottom }) => ({ top: top + LEADING_PX * zoom, bottom: bottom - LEADING_PX * zoom }));
    const within = main.getBoundingClientRect();
    const top = clearOf(at.top, at.height, beside, within);
    if (top === undefined) caution.classList.add("below");
    else if (top !== at.top) caution.style.top = `${caution.offsetTop + (top - at.top) / zoom}px`;
  };
  let frame = 0;
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(place);
  };
  const drawn = new MutationObserver(soon);
  drawn.observe(main, { attributes: true, childList: true, subtree: true });
  const seen = new ResizeObserver(soon); // a caution that was hidden has a size now
  seen.observe(caution);
  signal.addEventListener("abort", () => {
    drawn.disconnect();
    seen.disconnect();
  });
}
