// A screen that stands in public, opened with `?kiosk`: when nobody has touched it for five minutes
// it goes back to the first page, as new, and keeps nothing of the last reader.
import { read, write } from "./storage.js";

const IDLE_MS = 5 * 60_000;
const AGAIN_MS = 30_000;
const first = new URL("../../", import.meta.url);
let touched = false;
/** @type {number | undefined} */
let timer;

if (new URLSearchParams(location.search).has("kiosk")) write("sessionStorage", "kiosk", "yes");
export const kiosk = read("sessionStorage", "kiosk") === "yes";

/** @param {number} ms */
function wait(ms) {
  clearTimeout(timer);
  timer = setTimeout(leave, ms);
}

async function leave() {
  const asNew = !touched && location.pathname === first.pathname;
  if (asNew || document.querySelector(".stage")) return wait(IDLE_MS);
  try {
    await fetch(first, { method: "HEAD", cache: "no-store" });
    location.replace(`${first.href}?kiosk`);
  } catch {
    wait(AGAIN_MS); // without its server the first page would be the browser's word for that
  }
}

if (kiosk) {
  for (const act of ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"]) {
    addEventListener(act, () => {
      touched = true;
      wait(IDLE_MS);
    }, { capture: true, passive: true });
  }
  wait(IDLE_MS);
}
