// A talk on the screen: laid out at 1920 x 1080 and scaled to a projector, or read down the page in a
// small window. To zoom with the browser makes the window small; there text is the larger for it.

const LEAST_WIDE_PX = 1000; // half a projector, so that a zoom of 200 % is below it
const PHONE_PX = 640; // a small window is laid out no wider than this, and scaled
const HEADLINE_PX = 80;

/** @import {Page} from "./stage_page.js" */

/**
 * Fit the talk to its window now, whenever the window changes, and each time that what is returned
 * is called, which is when its words have.
 * @param {Page} page @param {string} kind @param {AbortSignal} signal
 */
export function fitScreen({ root, scene, headline }, kind, signal) {
  const { style } = document.documentElement;

  // One line on a projector: capitals take more room than it has.
  const fitHeadline = () => {
    headline.style.fontSize = "";
    const { clientWidth, scrollWidth } = headline;
    const wide = root.dataset.wide === "yes";
    if (wide && scrollWidth > clientWidth) headline.style.fontSize = `${Math.floor(HEADLINE_PX * clientWidth / scrollWidth)}px`;
  };

  // The speaker's window gives the scene its upper left.
  const fit = () => {
    const wide = innerWidth >= LEAST_WIDE_PX;
    const screen = Math.min(innerWidth / 1920, innerHeight / 1080);
    const beside = Math.min(0.6 * innerWidth / 1920, 0.56 * innerHeight / 1000);
    const zoom = kind === "speaker" ? beside : screen;
    root.style.setProperty("--zoom", String(wide ? zoom : Math.max(1, innerWidth / PHONE_PX)));
    style.setProperty("--screen", String(screen));
    root.dataset.wide = wide ? "yes" : "no";
    fitHeadline();
  };

  // A box keeps its room in the layout when it is scaled.
  const height = new ResizeObserver(() => root.style.setProperty("--tall", `${scene.offsetHeight}px`));
  height.observe(scene);
  addEventListener("resize", fit, { signal });
  signal.addEventListener("abort", () => {
    height.disconnect();
    style.removeProperty("--screen");
  });
  fit();
  return fitHeadline;
}
