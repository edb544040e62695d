// A finger that sweeps sideways steps through the talk. On a control or a button it does not, nor on
// a plot whose dot it moves.

const LEAST_PX = 60;
const TAKEN = ".live-control, .live-handle, .live-main[data-way] .nsewdrag, .stage-more, button, a";

export function onSwipe(element, step) {
  let from;
  element.addEventListener("touchstart", ({ changedTouches: [{ clientX, clientY, target }], touches }) => {
    from = touches.length > 1 || target.closest(TAKEN) ? undefined : [clientX, clientY];
  }, { passive: true });
  element.addEventListener("touchend", ({ changedTouches: [{ clientX, clientY }] }) => {
    if (!from) return;
    const [x, y] = [clientX - from[0], clientY - from[1]];
    from = undefined;
    if (Math.abs(x) > Math.max(LEAST_PX, 2 * Math.abs(y))) step(x < 0 ? 1 : -1);
  }, { passive: true });
}
