// A chapter as a file: its figures stand as pictures, and each becomes live as it comes near, in the state
// that the address names.
import { enliven, recordOf } from "./alone.js";
import { make, the } from "./element.js";
import { asked, inFiles } from "./files.js";
import { unfold } from "./fold.js";
import "./save_still.js";
import "./small.js";

/** @import {Texts} from "../contract.js" */

const NEAR_PX = 600;
const query = new URLSearchParams(location.search);
const page = the("#root main");

/** @param {HTMLElement} figure */
async function live(figure) {
  const data = recordOf(figure);
  const { texts, why: refused } = asked(data, query);
  let why = refused;
  /** @param {Texts} set */
  const become = async (set) => {
    try {
      const wish = await inFiles({ ...data, texts: { ...data.texts, ...set } });
      the("script", figure).textContent = JSON.stringify(wish);
      for (const { field, values } of wish.controls) { // or the live one would take over where they stood
        const range = figure.querySelector(`input[data-field="${field}"]`);
        if (range instanceof HTMLInputElement) range.value = String(values.indexOf(wish.texts[field]));
      }
      return await enliven(figure);
    } catch (error) {
      why ||= error instanceof Error ? error.message : String(error);
      return undefined;
    }
  };
  figure.ariaBusy = "true"; // it stands as it starts, which may not be what the address says
  const chart = await become(texts) ?? await become({});
  figure.ariaBusy = "false";
  if (chart) chart.dom.message(why);
  else figure.append(make("p", { className: "live-message" }, why));
}

// A link leads to a part of the page, or to the figure that it sets, unless that is the first.
function arrive() {
  const [set] = [...query.keys()].map((key) => key.split(".")[0]);
  const name = decodeURIComponent(location.hash.slice(1)) || query.get("part") || set;
  const part = name ? document.getElementById(name) : null;
  if (!part || (!location.hash && part === page.querySelector("figure"))) return;
  unfold(part);
  part.scrollIntoView();
}

const near = new IntersectionObserver((entries) => entries.forEach(({ isIntersecting, target }) => {
  if (!isIntersecting || !(target instanceof HTMLElement)) return;
  near.unobserve(target);
  live(target);
}), { root: page, rootMargin: `${NEAR_PX}px` });
arrive();
page.querySelectorAll("figure.live-figure").forEach((figure) => near.observe(figure));
