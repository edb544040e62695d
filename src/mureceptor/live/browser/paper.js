// On paper a page tells its address, and a live figure its own.

addEventListener("beforeprint", () => {
  document.documentElement.style.setProperty("--address", JSON.stringify(location.href));
});

/**
 * `act` is called before and after a page is printed. Chromium lays it out anew before the second of
 * these signs; Firefox sends the first alone.
 * @param {(onPaper: boolean) => void} act @param {AbortSignal} signal
 */
export function onPrint(act, signal) {
  const print = matchMedia("print");
  addEventListener("beforeprint", () => act(true), { signal });
  print.addEventListener("change", () => act(print.matches), { signal });
  addEventListener("afterprint", () => act(false), { signal });
}
