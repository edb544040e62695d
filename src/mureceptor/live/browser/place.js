// Where a reader stopped: kept in their own browser, told on the first page, sent to nobody.
import { the } from "./element.js";
import { kiosk } from "./kiosk.js";
import { read, write } from "./storage.js";

/** @typedef {{name?: string, address?: string}} Place */

const KEY = "stopped";
const first = new URL("../../", import.meta.url).pathname;
const onFirst = () => `${location.pathname}/`.replace("//", "/") === first;

/** @returns {Place} */
function kept() {
  try {
    return JSON.parse(read("localStorage", KEY) ?? "") ?? {};
  } catch {
    return {}; // not ours
  }
}

/** @param {Place} place */
const keep = (place) => write("localStorage", KEY, JSON.stringify(place));

// Streamlit names the page after each step from chapter to chapter.
function arrived() {
  const [name, site] = document.title.split(" \u00b7 ");
  if (!site || kiosk) return;
  if (onFirst()) waiting.observe(document.body, { childList: true, subtree: true });
  else keep({ name, address: location.pathname + location.search });
}

function tell() {
  const line = document.querySelector(".stopped");
  if (!line) return;
  waiting.disconnect();
  const { name, address } = kept();
  const href = new URL(address ?? "", location.origin);
  if (typeof name !== "string" || href.origin !== location.origin) return;
  const link = Object.assign(document.createElement("a"), { textContent: name, href });
  const forget = Object.assign(document.createElement("button"), { type: "button", className: "as-link", textContent: "Forget it" });
  forget.addEventListener("click", () => {
    keep({});
    line.replaceChildren();
  });
  line.replaceChildren("You stopped at ", link, ". Only this browser knows. ", forget);
}

// On paper a page tells its address; a live figure tells its own.
addEventListener("beforeprint", () => {
  document.documentElement.style.setProperty("--address", JSON.stringify(location.href));
});

const waiting = new MutationObserver(tell);
new MutationObserver(arrived).observe(the("title", document.head), { childList: true });
addEventListener("pagehide", arrived); // with what was set there last
