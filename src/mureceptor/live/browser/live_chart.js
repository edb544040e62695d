// The live chart. Streamlit calls `mount` for each mount, each new data and each theme switch;
// one Chart per element lives on between the calls, so that the drawing survives all of them.
import { build } from "./dom.js";
import { fetchSweep } from "./sweep.js";
import { draw } from "./plot.js";
import { showSentence, showTable } from "./words.js";
import { saveNumbers, savePicture } from "./take.js";

const SETTLED_MS = 250; // a release counts when nothing moved for so long
const JUMP_MS = 240;
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

const fieldsOf = (data) => data.controls.map(({ field }) => field).join();

const charts = new WeakMap();

export function mount({ data, parentElement, setStateValue }) {
  let chart = charts.get(parentElement);
  if (chart && fieldsOf(chart.data) !== fieldsOf(data)) {
    chart.close(); // other controls: build anew
    chart = undefined;
  }
  if (!chart) {
    chart = new Chart(parentElement, data);
    charts.set(parentElement, chart);
  }
  chart.send = (texts) => setStateValue("value", texts);
  chart.update(data);
  return () => {
    chart.close();
    charts.delete(parentElement);
  };
}

class Chart {
  constructor(parent, data) {
    this.data = data;
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
    this.watch.disconnect();
    this.print.removeEventListener("change", this.onPrint);
  }

  // What Python says now: a new address after another field changed, or a new step.
  update(data) {
    const before = this.data;
    this.data = data;
    if (this.settling === undefined) {
      this.texts = { ...data.texts };
      this.dom.check(this.texts);
      const steps = data.controls.map((control) => control.step);
      if (before.address === data.address) this.play(steps);
      else this.steps = steps;
    }
    showSentence(this.dom.sentence, data.sentence);
    this.fit(before.address !== data.address);
    const theme = getComputedStyle(this.dom.root).colorScheme;
    if (theme !== this.theme) this.paint(true);
    this.theme = theme;
  }

  // Choose the form for this width and fetch its figure.
  async fit(fresh = false) {
    const width = this.dom.root.clientWidth;
    const form = this.data.forms.findLast(([, from]) => width >= from) ?? this.data.forms[0];
    if (form[0] !== this.form || fresh) {
      this.form = form[0];
      this.dom.shape(form);
      const address = this.data.address.replace("FORM", form[0]);
      this.dom.message("");
      try {
        const sweep = await fetchSweep(address);
        if (address === this.data.address.replace("FORM", this.form)) this.sweep = sweep;
      } catch (error) {
        this.dom.message(String(error.message ?? error), () => this.fit(true));
        return;
      }
      this.sweep.moveTo(this.steps);
    }
    if (width !== this.width || fresh || !this.painted) {
      this.width = width;
      this.paint(true);
    }
  }

  drag(index, step) {
    cancelAnimationFrame(this.playing);
    this.steps[index] = step;
    this.show(index);
    this.settle();
  }

  // Set fields by name: dragged ones play the steps between, others need Python.
  choose(texts) {
    Object.assign(this.texts, texts);
    const steps = this.steps.map((step, i) => {
      const { field, values } = this.sweep.controls[i];
      return field in texts ? values.indexOf(texts[field]) : step;
    });
    this.dom.check(this.texts);
    this.play(steps, () => this.settle(0));
  }

  play(steps, done = () => {}) {
    cancelAnimationFrame(this.playing);
    const from = [...this.steps];
    if (steps.every((step, i) => step === from[i])) return done();
    if (!this.sweep || still()) {
      this.steps = steps;
      this.show();
      return done();
    }
    const start = performance.now();
    const frame = (now) => {
      const t = Math.min(1, (now - start) / JUMP_MS);
      const eased = 1 - (1 - t) ** 3;
      this.steps = steps.map((step, i) => Math.round(from[i] + (step - from[i]) * eased));
      this.show();
      if (t < 1) this.playing = requestAnimationFrame(frame);
      else done();
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
  }

  paint(whole = false) {
    if (!this.sweep || this.tabled) return;
    this.painted = draw(this.dom.panels, this.sweep, this.data.plotly, whole);
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

  // Once nothing moves any more: the address in the bar, then Python. In this order Streamlit
  // sees the query it would write itself and adds no entry to the history.
  settle(wait = SETTLED_MS) {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      this.settling = undefined;
      if (!this.sweep) return;
      this.sweep.controls.forEach(({ field, values }, i) => {
        this.texts[field] = values[this.steps[i]];
      });
      const query = new URLSearchParams(location.search);
      for (const [field, text] of Object.entries(this.texts)) {
        query.set(`${this.data.view}.${field}`, text);
      }
      history.replaceState(history.state, "", `?${query}${location.hash}`);
      this.send({ ...this.texts });
    }, wait);
  }
}
