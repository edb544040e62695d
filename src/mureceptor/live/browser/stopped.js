// Where a reader stopped: kept in their own browser, told on the first page, sent to nobody.
import { make, the } from "./element.js";
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
  if (!onFirst()) {
    keep({ name, address: location.pathname + location.search });
    return;
  }
  waiting.observe(document.body, { childList: true, subtree: true });
  tell();
}

// On the plain page, and on the live one that takes its place.
function tell() {
  if (document.querySelector("#root .stopped")) waiting.disconnect();
  const { name, address } = kept();
  const href = new URL(address ?? "", location.origin);
  if (typeof name !== "string" || href.origin !== location.origin) return;
  for (const line of document.querySelectorAll(".stopped:empty")) {
    const link = make("a", { href }, name);
    const forget = make("button", { type: "button", className: "as-link" }, "Forget it");
    forget.addEventListener("click", () => {
      keep({});
      document.querySelectorAll(".stopped").forEach((each) => each.replaceChildren());
    });
    line.replaceChildren("You stopped at ", link, ". Only this browser knows. ", forget);
  }
}

const waiting = new MutationObserver(tell);
new MutationObserver(arrived).observe(the("title", document.head), { childList: true });
addEventListener("pagehide", arrived); // with what was set there last
arrived();
