// A talk goes on whatever happens around it: the screen stays lit, and a server that is away is told
// in one quiet line.
import { the } from "./element.js";

const PROBE_MS = 5000;

/** @param {string} health @param {HTMLElement} offline @param {AbortSignal} signal */
export function stayAwake(health, offline, signal) {
  // Streamlit opens a dialog then and makes all behind it inert. In a talk the dialog is not shown
  // (`stage.css`), and what is dragged goes on.
  const root = the("#root");
  const guard = new MutationObserver(() => {
    if (root.inert) root.inert = false;
  });
  guard.observe(root, { attributeFilter: ["inert"] });
  const timer = setInterval(async () => {
    const alive = await fetch(health, { cache: "no-store" }).then(({ ok }) => ok, () => false);
    offline.textContent = alive ? "" : "No connection. The talk goes on without it.";
  }, PROBE_MS);
  signal.addEventListener("abort", () => {
    guard.disconnect();
    clearInterval(timer);
  });
  document.addEventListener("visibilitychange", () => stayLit(signal), { signal });
  stayLit(signal);
}

/** The browser lets go of its lock whenever the page is out of sight. @param {AbortSignal} signal */
async function stayLit(signal) {
  if (document.visibilityState !== "visible") return;
  try {
    const lock = await navigator.wakeLock?.request("screen");
    if (signal.aborted) lock?.release();
    else signal.addEventListener("abort", () => lock?.release());
  } catch {
    // A browser that saves its battery refuses; nothing else depends on it.
  }
}
