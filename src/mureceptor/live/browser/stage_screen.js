// A talk on the screen: laid out at 1920 x 1080 and scaled to a projector, or read down the page in a
// small window. To zoom with the browser makes the window small; there text is the larger for it.

const LEAST_WIDE_PX = 1000; // half a projector, so that a zoom of 200 % is below it
const PHONE_PX = 640; // a small window is laid out no wider than this, and scaled
const HEADLINE_PX = 80;
const SCENE_PX = 985; // of its height, above the help line
const WORDS_PX = [37, 34, 31, 28]; // a sentence; the smaller the longer

/** @import {Page} from "./stage_page.js" */

/**
 * Fit the talk to its window now, whenever that or the height of its parts changes, and each time
 * that what is returned is called, which is at a new scene.
 * @param {Page} page @param {string} kind @param {AbortSignal} signal
 */
export function fitScreen({ root, scene, headline, flow }, kind, signal) {
  const { style } = document.documentElement;
  let size = 0; // of WORDS_PX
  let part = 1; // of the scene's full size

  // One line on a projector: capitals take more room than it has.
  const fitHeadline = () => {
    headline.style.fontSize = "";
    const { clientWidth, scrollWidth } = headline;
    const wide = root.dataset.wide === "yes";
    if (wide && scrollWidth > clientWidth) headline.style.fontSize = `${Math.floor(HEADLINE_PX * clientWidth / scrollWidth)}px`;
  };

  const setWords = () => {
    root.style.setProperty("--words", `${WORDS_PX[size]}px`);
    root.style.setProperty("--part", String(part));
  };
  const tall = () => Math.max(...flow.map(({ offsetTop, offsetHeight }) => offsetTop + offsetHeight));

  // A long sentence is smaller; if that is not enough, so is the whole scene. Nothing grows again
  // before the next scene, or it would jump while a control is dragged.
  const fitWords = () => {
    if (root.dataset.wide !== "yes") return;
    while (tall() > SCENE_PX && size < WORDS_PX.length - 1) {
      size += 1;
      setWords();
    }
    part = Math.min(part, SCENE_PX / tall());
    setWords();
  };
  const fitAnew = () => {
    size = 0;
    part = 1;
    setWords();
    fitHeadline();
    fitWords();
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
    fitAnew();
  };

  // A box keeps its room in the layout when it is scaled.
  const height = new ResizeObserver(() => root.style.setProperty("--tall", `${scene.offsetHeight}px`));
  height.observe(scene);
  const words = new ResizeObserver(() => requestAnimationFrame(fitWords));
  flow.forEach((each) => words.observe(each));
  addEventListener("resize", fit, { signal });
  signal.addEventListener("abort", () => {
    height.disconnect();
    words.disconnect();
    style.removeProperty("--screen");
  });
  fit();
  return fitAnew;
}
