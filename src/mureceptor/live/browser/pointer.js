// A pointer in the plot moves the dot, where the figure has one. A finger that goes up or down scrolls
// the page and changes nothing, unless it began on the dot. Keyboards have the ranges.
import { fits } from "./element.js";

/** @import {ControlData} from "../contract.js" */

const SLIP_PX = 4; // a press that moves less is no drag

/**
 * `way` says what a pointer moves: "x", the first control along the x axis; "y", the first control
 * up and down; "xy", the first along and the second up. `moved` is called with a control's index and
 * its new step.
 * @param {HTMLElement} main @param {ControlData[]} controls @param {string} way
 * @param {(index: number, step: number) => void} moved
 */
export function followPointer(main, controls, way, moved) {
  /** @type {PointerEvent | undefined} */
  let from; // the press that may become a drag
  let dragging = false;
  /** @param {PointerEvent} event */
  const move = (event) => {
    const plot = main.querySelector(".nsewdrag")?.getBoundingClientRect();
    if (!plot) return; // nothing is drawn yet
    const x = (event.clientX - plot.left) / plot.width;
    const y = (plot.bottom - event.clientY) / plot.height;
    const shares = way === "xy" ? [x, y] : [way === "x" ? x : y];
    shares.forEach((share, i) => {
      const last = controls[i].values.length - 1;
      moved(i, Math.round(Math.min(1, Math.max(0, share)) * last));
    });
  };
  /** @param {PointerEvent} press @param {PointerEvent} event */
  const begins = (press, event) => {
    const [right, down] = [event.clientX - press.clientX, event.clientY - press.clientY].map(Math.abs);
    if (Math.max(right, down) < SLIP_PX) return false;
    return event.pointerType !== "touch" || fits(press.target, ".live-handle") || (way !== "y" && right > down);
  };
  main.addEventListener("pointerdown", (event) => {
    dragging = false;
    from = event.isPrimary && event.button === 0 && fits(event.target, ".live-handle, .nsewdrag") ? event : undefined;
    // Plotly lays a cover over the page while a mouse is down; a finger is captured by itself.
    if (from && event.pointerType !== "touch") main.setPointerCapture(event.pointerId);
  });
  main.addEventListener("pointermove", (event) => {
    if (!from || event.pointerId !== from.pointerId) return;
    if (!dragging && begins(from, event)) {
      dragging = true;
      if (event.pointerType === "touch") main.setPointerCapture(event.pointerId);
      main.dataset.dragging = "";
    }
    if (dragging) move(event);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    main.addEventListener(end, () => {
      from = undefined;
      delete main.dataset.dragging;
    });
  }
  // A talk steps on with a swipe: not with one that moved the dot.
  main.addEventListener("touchend", (event) => {
    if (dragging) event.stopPropagation();
  });
}
