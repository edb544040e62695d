// One figure on the page: what moves it, what it shows, and when it counts as settled.
import { build } from "./dom.js";
import { make } from "./element.js";
import { FIRST, load, plotlyHere, Plots } from "./plot.js";
import { AbsentError, fetchSweep } from "./sweep.js";
import { showSentence, showTable } from "./words.js";
import { picture, saveNumbers, saveSheet } from "./save.js";

const SETTLED_MS = 250; // a release counts when nothing moved for so long
const JUMP_MS = 240;
/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** @import {ChartData, FormSizes, Texts} from "../contract.js" */
/** @import {Sweep} from "./sweep.js" */

/**
 * A figure is fetched for its form and for the fields that it is not swept over.
 * @param {ChartData} data @param {Texts} texts @param {string} form
 */
export const addressOf = ({ address, addressed }, texts, form) =>
  `${address.replace("FORM", form)}?${new URLSearchParams(addressed.map((field) => [field, texts[field]]))}`;

/** @type {WeakMap<Element, Chart>} */
const charts = new WeakMap();

/** The chart of a live figure. @param {Element | null | undefined} figure */
export const chartOf = (figure) => (figure ? charts.get(figure) : undefined);

export class Chart {
  /**
   * `moved` is called at each step.
   * @param {Element} parent @param {ChartData} data
   */
  constructor(parent, data, moved = () => {}) {
    this.data = data;
    this.moved = moved;
    this.texts = { ...data.texts };
    this.steps = this.stepsOf(this.texts);
    this.dom = build(parent, data, {
      moved: (index, step) => this.drag(index, step),
      chosen: (texts) => this.choose(texts),
      tried: (texts) => this.choose(texts),
      pinned: () => this.choose({ pin: this.packed() }),
      tableToggled: () => this.toggleTable(),
      numbers: (decimal) => this.saveNumbers(decimal),
      picture: (kind) => this.savePicture(kind),
      link: () => this.copy(this.link(), "The link is copied."),
      embed: () => this.copy(this.embed(), "The line for your page is copied."),
    });
    charts.set(this.dom.root, this);
    this.plots = new Plots(this.dom.panels);
    /** @type {(Sweep & {address: string, texts: Texts}) | undefined} */
    this.sweep = undefined;
    /** @type {string | undefined} */
    this.wanted = undefined; // the address of the figure that is asked for
    /** @type {number | undefined} */
    this.settling = undefined;
    /** @type {number | undefined} */
    this.playing = undefined;
    /** @type {number | undefined} */
    this.held = undefined; // the control in hand
    /** @type {Promise<void> | undefined} */
    this.coming = undefined;
    this.theme = "";
    this.closed = this.painted = this.tabled = this.unsaid = this.arrived = false;
    this.lacks = false; // the figure of what is set could not be had
    /** @type {Promise<void>} */
    this.drawn = new Promise((resolve) => { this.sayDrawn = resolve; }); // for the first time
    this.dom.place(this.steps);
    this.dom.check(this.texts);
    showSentence(this.dom.sentence, data.sentence);
    // Plotly is loaded once this has been painted. If that fails, `awaitPlotly` says so.
    requestAnimationFrame(() => setTimeout(() => load(data.plotly).catch(() => {})));
    this.watch = new ResizeObserver(() => this.fit());
    this.watch.observe(this.dom.root);
    this.heard = new AbortController();
    /** @param {EventTarget} target @param {string} type @param {() => void} act */
    const on = (target, type, act) => target.addEventListener(type, act, { signal: this.heard.signal });
    // Chromium lays the page out anew before the second of these; Firefox sends the first alone.
    on(window, "beforeprint", () => this.printed(true));
    const print = matchMedia("print");
    on(print, "change", () => this.printed(print.matches));
    on(window, "afterprint", () => this.printed(false));
    on(matchMedia("(forced-colors: active)"), "change", () => this.paint(true));
  }

  close() {
    clearTimeout(this.settling);
    this.stopPlaying();
    this.watch.disconnect();
    this.heard.abort();
    this.closed = true;
    this.plots.close();
  }

  /** @param {boolean} onPaper */
  printed(onPaper) {
    this.dom.link.textContent = location.href;
    this.plots.onPaper = onPaper;
    this.paint(true);
  }

  // Whether it shows all that was set.
  get stands() {
    return this.painted && this.settling === undefined && !this.playing && this.sweep?.address === this.wanted;
  }

  // Take up the theme of the moment, and draw what is not drawn yet.
  recolour() {
    const theme = getComputedStyle(this.dom.root).colorScheme;
    if (theme !== this.theme) this.paint(true);
    this.theme = theme;
    this.fit();
  }

  /** @param {FormSizes} form */
  address(form) {
    return addressOf(this.data, this.texts, form.name);
  }

  // Choose the form for this width, fetch its figure if it is another one, draw.
  async fit() {
    const width = this.dom.root.clientWidth;
    if (!width) return;
    const form = this.data.forms.findLast(({ from_width: from }) => width >= from) ?? this.data.forms[0];
    const address = this.address(form);
    if (address !== this.wanted) this.loading = this.load(address, form);
    await this.loading; // another call may have begun it
    if (this.painted && !this.plots.fits("main")) this.paint(true);
  }

  /** @param {string} address @param {FormSizes} form */
  async load(address, form) {
    const texts = { ...this.texts };
    this.wanted = address;
    this.lacks = false;
    this.dom.shape(form);
    this.dom.message("");
    this.dom.root.ariaBusy = "true";
    try {
      const sweep = await fetchSweep(address);
      if (address !== this.wanted) return; // another one was asked for meanwhile
      this.sweep = Object.assign(sweep, { address, texts });
    } catch (error) {
      if (address !== this.wanted) return;
      this.lacks = true;
      this.goBack();
      // Only a reader asks again: the message changes the figure's size, which leads back here.
      const again = () => {
        this.wanted = undefined;
        this.set(texts);
      };
      this.dom.message(messageOf(error), error instanceof AbsentError ? undefined : again);
      return;
    } finally {
      if (address === this.wanted) this.dom.root.ariaBusy = "false";
    }
    this.painted = false;
    this.show();
  }

  // What is set could not be had, so it is not shown as if it were: the figure stands again as it was.
  // Where each control is swept by itself, one of them may stand elsewhere; that is drawn.
  goBack() {
    const { sweep, data: { addressed, controls } } = this;
    if (!sweep) return;
    const texts = this.now();
    const set = addressed.filter((field) => texts[field] !== sweep.texts[field]);
    if (!set.length || (set.length === 1 && controls.some(({ field }) => field === set[0]))) return;
    this.stopPlaying();
    this.lacks = false;
    this.wanted = sweep.address;
    for (const field of addressed) texts[field] = sweep.texts[field];
    this.texts = texts;
    this.steps = this.stepsOf(texts);
    this.dom.check(texts);
    this.show();
    this.moved();
    this.settle(0);
  }

  /** @param {number} index @param {number} step */
  drag(index, step) {
    this.stopPlaying();
    if (this.lacks && this.sweep && index !== this.held) {
      this.steps = this.stepsOf(this.sweep.texts); // two such controls at once are not in it
      this.sweep.moveTo(this.steps);
    }
    this.held = index;
    this.steps[index] = step;
    this.show(index);
    this.moved();
    this.unsaid = true;
    this.settle();
  }

  // Stand where another window stands, at once and without telling anybody. At each step of a drag
  // over there one control moves; the address, and another figure, wait until it rests.
  /** @param {Texts} texts */
  mirror(texts) {
    const before = this.now();
    const changed = Object.keys(texts).filter((field) => texts[field] !== before[field]);
    if (!changed.length) return;
    const only = changed.length > 1 ? -1 : this.data.controls.findIndex(({ field }) => field === changed[0]);
    Object.assign(this.texts, texts);
    this.dom.check(this.texts);
    this.steps = this.stepsOf(texts);
    this.show(only < 0 ? undefined : only);
    this.settle(only < 0 ? 0 : SETTLED_MS);
  }

  // Stand still at once; a jump stands at its end, and nothing more goes into the address.
  halt() {
    clearTimeout(this.settling);
    this.settling = undefined;
    if (!this.playing) return;
    this.stopPlaying();
    this.steps = this.stepsOf(this.texts);
    this.show();
  }

  /**
   * The steps of the controls for these texts; a control that they leave out stays where it is.
   * @param {Texts} texts @returns {number[]}
   */
  stepsOf(texts) {
    return this.data.controls.map(({ field, values }, i) =>
      (field in texts ? Math.max(0, values.indexOf(texts[field])) : this.steps[i]));
  }

  /** Go a step on or back, if the figure says things one after the other and has one there.
   * @param {number} by
   */
  step(by) {
    return this.data.choices.filter(({ steps }) => steps).some(({ field, options, opens }) => {
      const names = Object.keys(options);
      const name = names[names.indexOf(this.texts[field]) + by];
      if (name) this.choose({ [field]: name, ...opens[name] });
      return Boolean(name);
    });
  }

  /** Set fields by name and count that as settled. @param {Texts} texts */
  choose(texts) {
    this.set(texts, () => {
      this.moved();
      this.unsaid = true;
      this.settle(0);
    });
  }

  /** Set fields by name: dragged ones play the steps between, others make it another figure.
   * @param {Texts} texts
   */
  set(texts, done = () => {}) {
    Object.assign(this.texts, texts);
    this.dom.check(this.texts);
    this.play(this.stepsOf(texts), done);
    this.fit();
  }

  stopPlaying() {
    if (this.playing) cancelAnimationFrame(this.playing);
    this.playing = undefined;
  }

  /** @param {number[]} steps @param {() => void} done */
  play(steps, done) {
    this.stopPlaying();
    const from = [...this.steps];
    if (steps.every((step, i) => step === from[i])) return done();
    if (still()) {
      this.steps = steps;
      this.show();
      return done();
    }
    const start = performance.now();
    /** @param {number} now */
    const frame = (now) => {
      const t = Math.min(1, Math.max(0, (now - start) / JUMP_MS)); // a frame's time can lie before start
      const eased = 1 - (1 - t) ** 3;
      this.steps = steps.map((step, i) => Math.round(from[i] + (step - from[i]) * eased));
      this.show();
      this.playing = t < 1 ? requestAnimationFrame(frame) : undefined;
      if (t === 1) done();
    };
    this.playing = requestAnimationFrame(frame);
  }

  /** Show the current steps: all that moves with control `index`, or everything. @param {number} [index] */
  show(index) {
    this.dom.place(this.steps);
    if (!this.sweep) {
      showSentence(this.dom.sentence, ""); // the one that came with the page is of another step
      return;
    }
    this.dom.use(this.sweep.unused);
    this.sweep.moveTo(this.steps, index);
    // Where each control is swept by itself, the one in hand has the last word.
    if (index === undefined && this.held !== undefined) this.sweep.moveTo(this.steps, this.held);
    showSentence(this.dom.sentence, this.sweep.document.sentence);
    if (this.tabled) showTable(this.dom.table, this.sweep.document.table);
    this.paint();
    this.announce();
  }

  // Once a choice has settled and its figure is there, and not at the steps on the way.
  announce() {
    if (!this.unsaid || this.settling !== undefined || !this.sweep) return;
    if (this.sweep.address !== this.wanted) return;
    this.unsaid = false;
    this.dom.announce(this.sweep.document.sentence);
  }

  /** @param {boolean | typeof FIRST} whole */
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
    this.coming ??= load(this.data.plotly).then(() => this.paint(FIRST), (error) => {
      this.coming = undefined;
      this.dom.message(messageOf(error), () => {
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

  fileName() {
    return [this.data.view, ...Object.values(this.texts)].filter(Boolean).join("-").slice(0, 80);
  }

  /** @param {"." | ","} decimal */
  saveNumbers(decimal) {
    if (this.sweep) saveNumbers(this.data, this.sweep.document, this.fileName(), decimal);
  }

  /** @param {"png" | "svg"} kind */
  async savePicture(kind) {
    if (!this.sweep || !plotlyHere()) return;
    if (this.tabled) this.toggleTable();
    await saveSheet(kind, await picture(this.data, this.sweep, this.dom), this.fileName());
  }

  // The picture once it is drawn; on it stands the address that leads here.
  /** @param {string} address */
  async picture(address) {
    await this.fit();
    await load(this.data.plotly);
    this.paint();
    if (!this.sweep) throw new Error("This figure did not come.");
    return picture(this.data, this.sweep, this.dom, address);
  }

  /** @param {string} text @param {string} done */
  async copy(text, done) {
    try {
      await navigator.clipboard.writeText(text);
      this.dom.copied(done);
    } catch {
      this.dom.copied(text); // no clipboard here: show it to be copied by hand
    }
  }

  // The line that shows the figure, as it stands now, in another page.
  embed() {
    const src = `${location.origin}${this.data.embed}?${this.query()}`;
    const style = "border: 0; max-width: 100%";
    return make("iframe", { src, title: this.data.title, width: 600, height: 450, loading: "lazy", style }).outerHTML;
  }

  // The address of what is to be seen now: without what an advertiser hung on it, and at this figure
  // where it is not the first of its page.
  link() {
    if (this.settling !== undefined || this.playing) {
      this.halt();
      this.settled();
    }
    const { href, search } = location;
    const states = [...new URLSearchParams(search)].filter(([key]) => key.includes("."));
    const query = states.length ? `?${new URLSearchParams(states)}` : "";
    const { root } = this.dom;
    const first = root === document.querySelector(".live-figure");
    return `${href.split(/[?#]/)[0]}${query}${first ? "" : `#${root.id}`}`;
  }

  // Every field as text, the dragged ones where they stand now; after a jump, where it leads.
  now() {
    if (!this.playing) {
      this.data.controls.forEach(({ field, values }, i) => {
        this.texts[field] = values[this.steps[i]];
      });
    }
    return { ...this.texts };
  }

  // The present state as it stands in an address.
  query() {
    const { view } = this.data;
    return new URLSearchParams(Object.entries(this.now()).map(([field, text]) => [`${view}.${field}`, text]));
  }

  // The present view as a pin holds it (`views/state.py`): what differs from the usual one.
  packed() {
    const usual = this.data.usual ?? {};
    const parts = Object.entries(this.now())
      .filter(([field, text]) => field !== "pin" && text !== usual[field])
      .map((part) => part.join("-"));
    return parts.join("--") || "drugs-1";
  }

  // Once nothing moves any more, the address in the bar says so. Python reads it when the page runs.
  settle(wait = SETTLED_MS) {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.settled(), wait);
  }

  settled() {
    this.settling = undefined;
    this.held = undefined;
    const query = new URLSearchParams(location.search);
    for (const [key, text] of this.query()) query.set(key, text);
    history.replaceState(history.state, "", `?${query}${location.hash}`);
    this.fit();
    this.announce();
  }
}
