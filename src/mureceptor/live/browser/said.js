// What the page says of itself, in one quiet line above the help line: that the server is away, that
// a link names what is not here. Reading and dragging go on; Streamlit's own box would stop both.
import { the } from "./element.js";

const AWAY = "The server cannot be reached just now. Reading and moving the figures go on; another chapter opens once it is back.";
const NOT_YET = "This page cannot reach its server yet. It goes on trying.";
const SLOW_MS = 8000; // a first connection may take so long
const LOST_MS = 1500;
const line = the(".said");
/** @type {number | undefined} */
let timer;
let met = false; // the server
let away = false;
let said = "";
let alone = "";

function show() {
  const plain = document.getElementById("plain");
  const words = (plain ? alone : away && (met ? AWAY : NOT_YET)) || said;
  if (line.textContent !== words) line.textContent = words; // once, or it is read aloud again
}

/** @param {string} words */
export function say(words) {
  said = words;
  show();
}

/** What a plain page says of itself, as long as it stands alone (`handover.js`). @param {string} words */
export function sayAlone(words) {
  alone = words;
  show();
}

function check() {
  if (document.querySelector('.stApp[data-test-connection-state="CONNECTED"]')) {
    clearTimeout(timer);
    timer = undefined;
    met = true;
    if (!away) return;
    away = false;
    say("");
  } else {
    timer ??= setTimeout(() => {
      away = true;
      show();
    }, met ? LOST_MS : SLOW_MS);
  }
}

new MutationObserver(check).observe(the("#root"), {
  attributes: true, attributeFilter: ["data-test-connection-state"], childList: true, subtree: true,
});
check();

// Streamlit's boxes speak of Streamlit and make the page inert. Each is closed as it opens.
new MutationObserver(() => {
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = document.querySelectorAll('body > [data-testid="stDialog"] button[aria-label="Close"]');
  buttons.forEach((button) => button.click());
}).observe(document.body, { childList: true });
