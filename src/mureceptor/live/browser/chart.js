// One figure on the page: what moves it, what it shows, and when it counts as settled.
import { build } from "./dom.js";
import { fetchSweep } from "./sweep.js";
import { draw, load } from "./plot.js";
import { showSentence, showTable } from "./words.js";
import { saveNumbers, savePicture } from "./take.js";

const SETTLED_MS = 250; // a release counts when nothing moved for so long
const JUMP_MS = 240;
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export const fields = ({ controls }) => controls.map(({ field }) => field).join();

export class Chart {
  // `told.settled(texts)` is called with every field once nothing moves any more, `told.moved(texts)`
  // at each step on the way there.
  constructor(parent, data, told) {
    this.data = data;
    this.told = told;
    this.steps = data.controls.map((control) => control.step);
    this.texts = { ...data.texts };
    this.dom = build(parent, data, {
      moved: (index, step) => this.drag(index, step),
      chosen: (field, option) => this.choose({ [field]: option }),
      tried: (texts) => this.choose(texts),
      tableToggled: () => this.toggleTable(),
      numbers: () => this.sweep && saveNumbers(this.data, this.sweep.document, this.fileName()),
      picture: (kind) => this.savePicture(kind),
      link: () => this.copyLink(),
    });
    this.dom.check(this.texts);
    showSentence(this.dom.sentence, data.sentence);
    // Once this has been painted; a failure is told where it is drawn.
    requestAnimationFrame(() => setTimeout(() => load(data.plotly).catch(() => {})));
    this.watch = new ResizeObserver(() => this.fit());
    this.watch.observe(this.dom.root);
    this.print = matchMedia("print");
    this.onPrint = () => {
      this.dom.link.textContent = location.href;
      this.paint(true);
    };
    this.print.addEventListener("change", this.onPrint);
  }

  close() {
    clearTimeout(this.settling);
    cancelAnimationFrame(this.playing);
    this.watch.disconnect();
    this.print.removeEventListener("change", this.onPrint);
  }

  // What Python says now, if it is told what is settled. A hand on the figure is newer than that.
  update(data) {
    this.data = data;
    if (data.reports && this.settling === undefined && JSON.stringify(data.texts) !== JSON.stringify(this.texts)) {
      this.set(data.texts);
    }
    const theme = getComputedStyle(this.dom.root).colorScheme;
    if (theme !== this.theme) this.paint(true);
    this.theme = theme;
    return this.fit();
  }

  // A figure is fetched for its form and for the fields that it is not swept over.
  address(form) {
    const query = new URLSearchParams(this.data.addressed.map((field) => [field, this.texts[field]]));
    return `${this.data.address.replace("FORM", form)}?${query}`;
  }

  // Choose the form for this width, fetch its figure if it is another one, draw.
  async fit() {
    const width = this.dom.root.clientWidth;
    if (!width) return;
    const form = this.data.forms.findLast(([, from]) => width >= from) ?? this.data.forms[0];
    const address = this.address(form[0]);
    if (address !== this.wanted) this.loading = this.load(address, form);
    await this.loading; // another call may have begun it
    const { main } = this.dom.panels;
    if (this.painted && main.look?.width !== main.clientWidth) this.paint(true);
  }

  async load(address, form) {
    this.wanted = address;
    this.dom.shape(form);
    this.dom.message("");
    try {
      const sweep = await fetchSweep(address);
      if (address !== this.wanted) return; // another one was asked for meanwhile
      if (fields(sweep) !== fields(this.data)) return; // Python is about to say what the controls are
      this.sweep = Object.assign(sweep, { address });
      if (this.late) this.steps = this.stepsOf(this.texts);
      this.late = false;
    } catch (error) {
      // Only a reader asks again: the message changes the figure's size, which leads back here.
      const again = () => {
        this.wanted = undefined;
        this.fit();
      };
      if (address === this.wanted) this.dom.message(error.message, again);
      return;
    }
    this.painted = false;
    this.show();
  }

  drag(index, step) {
    cancelAnimationFrame(this.playing);
    this.playing = undefined;
    this.steps[index] = step;
    this.show(index);
    this.told.moved?.(this.now());
    this.settle();
  }

  // Stand where another window stands, at once and without telling anybody.
  mirror(texts) {
    Object.assign(this.texts, texts);
    this.dom.check(this.texts);
    this.late = !this.sweep;
    if (this.late) return;
    this.steps = this.stepsOf(texts);
    this.show();
    this.fit();
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
    return this.sweep.controls.map(({ field, values }, i) =>
      (field in texts ? Math.max(0, values.indexOf(texts[field])) : this.steps[i]));
  }

  // Set fields by name and count that as settled.
  choose(texts) {
    this.set(texts, () => {
      this.told.moved?.(this.now());
      this.unsaid = true;
      this.settle(0);
    });
  }

  // Set fields by name: dragged ones play the steps between, others make it another figure.
  set(texts, done = () => {}) {
    Object.assign(this.texts, texts);
    this.dom.check(this.texts);
    this.late = !this.sweep; // then the steps are found with it
    if (this.late) return;
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
    this.dom.place(this.steps, this.sweep?.controls.map(({ values }, i) => values[this.steps[i]]));
    if (!this.sweep) return;
    this.sweep.moveTo(this.steps, index);
    showSentence(this.dom.sentence, this.sweep.document.sentence);
    this.dom.speak(this.sweep.document.sentence);
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
    if (!this.sweep || this.tabled) return;
    const again = () => {
      this.dom.message("");
      this.paint(true);
    };
    const failed = (error) => this.dom.message(error.message, again);
    this.painted = draw(this.dom.panels, this.sweep, this.data.plotly, whole || !this.painted, failed);
  }

  toggleTable() {
    if (!this.sweep) return;
    this.tabled = !this.tabled;
    if (this.tabled) showTable(this.dom.table, this.sweep.document.table);
    this.dom.toggleTable(this.tabled);
    this.paint(true);
  }

  fileName() {
    return [this.data.view, ...Object.values(this.texts)].filter(Boolean).join("-").slice(0, 80);
  }

  async savePicture(kind) {
    if (!this.sweep || !window.Plotly) return;
    if (this.tabled) this.toggleTable();
    await savePicture(kind, this.data, this.sweep, this.dom, this.fileName());
  }

  async copyLink() {
    try {
      await navigator.clipboard.writeText(location.href);
      this.dom.message("The link is copied.");
    } catch {
      this.dom.message(location.href); // no clipboard here: show it to be copied by hand
    }
  }

  // Every field as text, the dragged ones where they stand now.
  now() {
    this.sweep?.controls.forEach(({ field, values }, i) => {
      this.texts[field] = values[this.steps[i]];
    });
    return { ...this.texts };
  }

  // Once nothing moves any more: the address in the bar, then whoever listens. In this order
  // Streamlit sees the query it would write itself and adds no entry to the history.
  settle(wait = SETTLED_MS) {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      this.settling = undefined;
      const texts = this.now();
      const query = new URLSearchParams(location.search);
      for (const [field, text] of Object.entries(texts)) query.set(`${this.data.view}.${field}`, text);
      history.replaceState(history.state, "", `?${query}${location.hash}`);
      this.fit();
      this.told.settled?.(texts);
      this.announce();
    }, wait);
  }
}
