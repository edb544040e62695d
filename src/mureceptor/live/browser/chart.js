// One figure on the page: what moves it, what it shows, and when it counts as settled.
import { build } from "./dom.js";
import { fetchSweep } from "./sweep.js";
import { FIRST, load, Plots } from "./plot.js";
import { showSentence, showTable } from "./words.js";
import { saveNumbers, savePicture } from "./take.js";

const SETTLED_MS = 250; // a release counts when nothing moved for so long
const JUMP_MS = 240;
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// A figure is fetched for its form and for the fields that it is not swept over.
export const addressOf = ({ address, addressed }, texts, form) =>
  `${address.replace("FORM", form)}?${new URLSearchParams(addressed.map((field) => [field, texts[field]]))}`;

export class Chart {
  // `moved` is called at each step.
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
      link: () => this.copyLink(),
    });
    this.plots = new Plots(this.dom.panels);
    this.dom.place(this.steps);
    this.dom.check(this.texts);
    showSentence(this.dom.sentence, data.sentence);
    // Once this has been painted; a failure is told where it is drawn.
    requestAnimationFrame(() => setTimeout(() => load(data.plotly).catch(() => {})));
    this.watch = new ResizeObserver(() => this.fit());
    this.watch.observe(this.dom.root);
    this.heard = new AbortController();
    const on = (target, type, act) => target.addEventListener(type, act, { signal: this.heard.signal });
    // Chromium lays the page out anew before the second of these; Firefox sends the first alone.
    on(window, "beforeprint", () => this.printed(true));
    on(matchMedia("print"), "change", ({ matches }) => this.printed(matches));
    on(window, "afterprint", () => this.printed(false));
    on(matchMedia("(forced-colors: active)"), "change", () => this.paint(true));
  }

  close() {
    clearTimeout(this.settling);
    cancelAnimationFrame(this.playing);
    this.watch.disconnect();
    this.heard.abort();
    this.closed = true;
    this.plots.close();
  }

  printed(onPaper) {
    this.dom.link.textContent = location.href;
    this.plots.onPaper = onPaper;
    this.paint(true);
  }

  // Take up the theme of the moment, and draw what is not drawn yet.
  recolour() {
    const theme = getComputedStyle(this.dom.root).colorScheme;
    if (theme !== this.theme) this.paint(true);
    this.theme = theme;
    this.fit();
  }

  address(form) {
    return addressOf(this.data, this.texts, form);
  }

  // Choose the form for this width, fetch its figure if it is another one, draw.
  async fit() {
    const width = this.dom.root.clientWidth;
    if (!width) return;
    const form = this.data.forms.findLast(([, from]) => width >= from) ?? this.data.forms[0];
    const address = this.address(form[0]);
    if (address !== this.wanted) this.loading = this.load(address, form);
    await this.loading; // another call may have begun it
    if (this.painted && !this.plots.fits("main")) this.paint(true);
  }

  async load(address, form) {
    this.wanted = address;
    this.dom.shape(form);
    this.dom.message("");
    this.dom.root.ariaBusy = "true";
    try {
      const sweep = await fetchSweep(address);
      if (address !== this.wanted) return; // another one was asked for meanwhile
      this.sweep = Object.assign(sweep, { address });
    } catch (error) {
      // Only a reader asks again: the message changes the figure's size, which leads back here.
      const again = () => {
        this.wanted = undefined;
        this.fit();
      };
      if (address === this.wanted) this.dom.message(error.message, again);
      return;
    } finally {
      if (address === this.wanted) this.dom.root.ariaBusy = "false";
    }
    this.painted = false;
    this.show();
  }

  drag(index, step) {
    cancelAnimationFrame(this.playing);
    this.playing = undefined;
    this.held = index;
    this.steps[index] = step;
    this.show(index);
    this.moved();
    this.unsaid = true;
    this.settle();
  }

  // Stand where another window stands, at once and without telling anybody. At each step of a drag
  // over there one control moves; the address, and another figure, wait until it rests.
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
    cancelAnimationFrame(this.playing);
    this.playing = undefined;
    this.steps = this.stepsOf(this.texts);
    this.show();
  }

  // The steps of the controls for these texts; a control that they leave out stays where it is.
  stepsOf(texts) {
    return this.data.controls.map(({ field, values }, i) =>
      (field in texts ? Math.max(0, values.indexOf(texts[field])) : this.steps[i]));
  }

  // Set fields by name and count that as settled.
  choose(texts) {
    this.set(texts, () => {
      this.moved();
      this.unsaid = true;
      this.settle(0);
    });
  }

  // Set fields by name: dragged ones play the steps between, others make it another figure.
  set(texts, done = () => {}) {
    Object.assign(this.texts, texts);
    this.dom.check(this.texts);
    this.play(this.stepsOf(texts), done);
    this.fit();
  }

  play(steps, done) {
    cancelAnimationFrame(this.playing);
    this.playing = undefined;
    const from = [...this.steps];
    if (steps.every((step, i) => step === from[i])) return done();
    if (still()) {
      this.steps = steps;
      this.show();
      return done();
    }
    const start = performance.now();
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

  // Show the current steps: all that moves with control `index`, or everything.
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
    if (!this.unsaid || this.settling !== undefined || this.sweep?.address !== this.wanted) return;
    this.unsaid = false;
    this.dom.announce(this.sweep.document.sentence);
  }

  paint(whole = false) {
    if (!this.sweep || this.tabled || this.closed) return;
    if (!window.Plotly) return this.awaitPlotly();
    this.plots.draw(this.sweep, whole || !this.painted);
    this.painted = true;
    if (!this.arrived && location.hash === `#${this.dom.root.id}`) this.dom.root.scrollIntoView();
    this.arrived = true;
  }

  // Have Plotly come, and then draw what is to be shown by then.
  awaitPlotly() {
    this.coming ??= load(this.data.plotly).then(() => this.paint(FIRST), (error) => {
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

  fileName() {
    return [this.data.view, ...Object.values(this.texts)].filter(Boolean).join("-").slice(0, 80);
  }

  saveNumbers(decimal) {
    if (this.sweep) saveNumbers(this.data, this.sweep.document, this.fileName(), decimal);
  }

  async savePicture(kind) {
    if (!this.sweep || !window.Plotly) return;
    if (this.tabled) this.toggleTable();
    await savePicture(kind, this.data, this.sweep, this.dom, this.fileName());
  }

  async copyLink() {
    const link = this.link();
    try {
      await navigator.clipboard.writeText(link);
      this.dom.copied("The link is copied.");
    } catch {
      this.dom.copied(link); // no clipboard here: show it to be copied by hand
    }
  }

  // The address of what is to be seen now: without what an advertiser hung on it, and at this figure
  // where it is not the first of its page.
  link() {
    if (this.settling !== undefined || this.playing) {
      this.halt();
      this.settled();
    }
    const { origin, pathname, search } = location;
    const states = [...new URLSearchParams(search)].filter(([key]) => key.includes("."));
    const query = states.length ? `?${new URLSearchParams(states)}` : "";
    const { root } = this.dom;
    const first = root === document.querySelector(".live-figure");
    return `${origin}${pathname}${query}${first ? "" : `#${root.id}`}`;
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

  // The present view as a pin holds it (`states.py`): what differs from the usual one.
  packed() {
    const differs = ([field, text]) => field !== "pin" && text !== this.data.usual[field];
    const parts = Object.entries(this.now()).filter(differs).map((part) => part.join("-"));
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
    for (const [field, text] of Object.entries(this.now())) query.set(`${this.data.view}.${field}`, text);
    history.replaceState(history.state, "", `?${query}${location.hash}`);
    this.fit();
    this.announce();
  }
}
