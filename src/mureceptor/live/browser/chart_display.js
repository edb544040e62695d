// What a figure shows of its sweep: the plots or the table, the sentence; drawn once Plotly has come,
// and anew for another theme and on paper.
import { onPrint } from "./paper.js";
import { FIRST, load, plotlyHere, Plots } from "./plot.js";
import { showTable } from "./words.js";

/** @import {Dom} from "./dom.js" */
/** @import {Sweep} from "./sweep.js" */

export class Display {
  /** @param {Dom} dom @param {string} plotly its address @param {AbortSignal} signal ends it */
  constructor(dom, plotly, signal) {
    this.dom = dom;
    this.plotly = plotly;
    this.plots = new Plots(dom.panels);
    /** @type {Sweep | undefined} */
    this.sweep = undefined;
    /** @type {Promise<void> | undefined} */
    this.coming = undefined; // Plotly, with something to draw
    this.theme = "";
    this.closed = this.painted = this.tabled = this.arrived = false;
    /** @type {Promise<void>} */
    this.drawn = new Promise((resolve) => { this.sayDrawn = resolve; }); // for the first time
    // Plotly is loaded once this has been painted. If that fails, `awaitPlotly` says so.
    requestAnimationFrame(() => setTimeout(() => load(plotly).catch(() => {})));
    onPrint((onPaper) => this.print(onPaper), signal);
    matchMedia("(forced-colors: active)").addEventListener("change", () => this.paint(true), { signal });
    signal.addEventListener("abort", () => {
      this.closed = true;
      this.plots.close();
    });
  }

  /** Show a sweep as it stands now. @param {Sweep} sweep */
  show(sweep) {
    this.sweep = sweep;
    this.dom.use(sweep.unused);
    this.dom.say(sweep.document.sentence);
    if (this.tabled) showTable(this.dom.table, sweep.document.table);
    this.paint();
  }

  /** `whole`: also what did not change. @param {boolean | typeof FIRST} whole */
  paint(whole = false) {
    if (!this.sweep || this.tabled || this.closed) return;
    if (!plotlyHere()) return this.awaitPlotly();
    this.plots.draw(this.sweep, whole || !this.painted);
    this.painted = true;
    if (!this.arrived && location.hash === `#${this.dom.root.id}`) this.dom.root.scrollIntoView();
    this.arrived = true;
    this.sayDrawn();
  }

  // Have Plotly come, and then draw what is to be shown by then.
  awaitPlotly() {
    this.coming ??= load(this.plotly).then(() => this.paint(FIRST), (error) => {
      this.coming = undefined;
      this.dom.message(error.message, () => {
        this.dom.message("");
        this.paint();
      });
    });
  }

  toggleTable() {
    if (!this.sweep) return;
    this.tabled = !this.tabled;
    this.plots.stop();
    if (this.tabled) showTable(this.dom.table, this.sweep.document.table);
    this.dom.toggleTable(this.tabled);
    this.paint(true);
  }

  // Take up the theme of the moment.
  recolour() {
    const theme = getComputedStyle(this.dom.root).colorScheme;
    if (theme !== this.theme) this.paint(true);
    this.theme = theme;
  }

  // Take up another width of its place, if it has one.
  refit() {
    if (this.painted && !this.plots.fits("main")) this.paint(true);
  }

  /** @param {boolean} onPaper */
  print(onPaper) {
    this.dom.link.textContent = location.href;
    this.plots.onPaper = onPaper;
    this.paint(true);
  }
}
