// A finger that sweeps sideways steps on or back: through a talk, or through the steps of a figure.
// On a control or a button it does not, nor on a plot whose dot it moves.
import { around } from "./element.js";

const LEAST_PX = 60;
const TAKEN = ".live-control, .live-handle, .live-main[data-way] .nsewdrag, .live-table-box, .stage-more, button, a";

/** @param {HTMLElement} element @param {(by: number) => void} step */
export function onSwipe(element, step) {
  /** @type {[number, number] | undefined} */
  let from;
  element.addEventListener("touchstart", ({ changedTouches: [{ clientX, clientY, target }], touches }) => {
    from = touches.length > 1 || around(target, TAKEN) ? undefined : [clientX, clientY];
  }, { passive: true });
  element.addEventListener("touchend", ({ changedTouches: [{ clientX, clientY }] }) => {
    if (!from) return;
    const [x, y] = [clientX - from[0], clientY - from[1]];
    from = undefined;
    if (Math.abs(x) > Math.max(LEAST_PX, 2 * Math.abs(y))) step(x < 0 ? 1 : -1);
  }, { passive: true });
}
