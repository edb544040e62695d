// One figure on the page: what moves it, which sweep it needs for that, and when it counts as settled.
import { addressOf, packed, queryOf } from "./chart_address.js";
import { Display } from "./chart_display.js";
import { Jump } from "./chart_jump.js";
import { Settings } from "./chart_settings.js";
import { toolsOf } from "./chart_tools.js";
import { build } from "./dom.js";
import { load } from "./plot.js";
import { picture } from "./save.js";
import { AbsentError, fetchSweep } from "./sweep.js";

const SETTLED_MS = 250; // a release counts when nothing moved for so long
/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** @import {ChartData, FormSizes, Texts} from "../contract.js" */
/** @import {Sweep} from "./sweep.js" */

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
    this.settings = new Settings(data);
    this.jump = new Jump();
    this.dom = build(parent, data, {
      moved: (index, step) => this.drag(index, step),
      chosen: (texts) => this.choose(texts),
      tried: (texts) => this.choose(texts),
      pinned: () => this.choose({ pin: packed(data, this.now()) }),
      tableToggled: () => this.display.toggleTable(),
      ...toolsOf(this),
    });
    charts.set(this.dom.root, this);
    this.closing = new AbortController();
    this.display = new Display(this.dom, data.plotly, this.closing.signal);
    /** @type {(Sweep & {address: string, texts: Texts}) | undefined} */
    this.sweep = undefined;
    /** @type {string | undefined} */
    this.wanted = undefined; // the address of the figure that is asked for
    /** @type {number | undefined} */
    this.settling = undefined;
    /** @type {number | undefined} */
    this.held = undefined; // the control in hand
    this.unsaid = false; // what came of a change
    this.lacks = false; // the figure of what is set could not be had
    this.dom.place(this.settings.steps);
    this.dom.check(data.texts);
    this.dom.say(data.sentence);
    this.watch = new ResizeObserver(() => this.fit());
    this.watch.observe(this.dom.root);
  }

  close() {
    clearTimeout(this.settling);
    this.jump.stop();
    this.watch.disconnect();
    this.closing.abort();
  }

  // Whether it shows all that was set.
  get stands() {
    return this.display.painted && this.settling === undefined && !this.jump.isOn && this.sweep?.address === this.wanted;
  }

  // Take up the theme of the moment, and draw what is not drawn yet.
  recolour() {
    this.display.recolour();
    this.fit();
  }

  // Choose the form for this width, fetch its figure if it is another one, draw.
  async fit() {
    const width = this.dom.root.clientWidth;
    if (!width) return;
    const form = this.data.forms.findLast(({ from_width: from }) => width >= from) ?? this.data.forms[0];
    const address = addressOf(this.data, this.settings.texts, form.name);
    if (address !== this.wanted) this.loading = this.load(address, form);
    await this.loading; // another call may have begun it
    this.display.refit();
  }

  /** @param {string} address @param {FormSizes} form */
  async load(address, form) {
    const texts = { ...this.settings.texts };
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
    this.display.painted = false;
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
    this.jump.stop();
    this.lacks = false;
    this.wanted = sweep.address;
    for (const field of addressed) texts[field] = sweep.texts[field];
    this.settings.stand(texts);
    this.dom.check(texts);
    this.show();
    this.moved();
    this.settle(0);
  }

  /** @param {number} index @param {number} step */
  drag(index, step) {
    const { settings, sweep } = this;
    this.jump.stop();
    if (this.lacks && sweep && index !== this.held) {
      settings.steps = settings.stepsOf(sweep.texts); // two such controls at once are not in it
      sweep.moveTo(settings.steps);
    }
    this.held = index;
    settings.steps[index] = step;
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
    this.settings.stand(texts);
    this.dom.check(this.settings.texts);
    this.show(only < 0 ? undefined : only);
    this.settle(only < 0 ? 0 : SETTLED_MS);
  }

  // Stand still at once; a jump stands at its end, and nothing more goes into the address.
  halt() {
    clearTimeout(this.settling);
    this.settling = undefined;
    if (!this.jump.isOn) return;
    this.jump.stop();
    this.settings.stand(this.settings.texts);
    this.show();
  }

  /** Go a step on or back, if the figure says things one after the other and has one there.
   * @param {number} by
   */
  step(by) {
    const texts = this.settings.beside(by);
    if (texts) this.choose(texts);
    return Boolean(texts);
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
    const { settings, jump } = this;
    const to = settings.stepsOf(texts);
    Object.assign(settings.texts, texts);
    this.dom.check(settings.texts);
    jump.play([...settings.steps], to, (steps) => {
      settings.steps = steps;
      this.show();
    }, done);
    this.fit();
  }

  /** Show the current steps: all that moves with control `index`, or everything. @param {number} [index] */
  show(index) {
    const { settings: { steps }, sweep, held } = this;
    this.dom.place(steps);
    if (!sweep) {
      this.dom.say(""); // the one that came with the page is of another step
      return;
    }
    sweep.moveTo(steps, index);
    // Where each control is swept by itself, the one in hand has the last word.
    if (index === undefined && held !== undefined) sweep.moveTo(steps, held);
    this.display.show(sweep);
    this.announce();
  }

  // Once a choice has settled and its figure is there, and not at the steps on the way.
  announce() {
    if (!this.unsaid || this.settling !== undefined || !this.sweep) return;
    if (this.sweep.address !== this.wanted) return;
    this.unsaid = false;
    this.dom.announce(this.sweep.document.sentence);
  }

  // The picture once it is drawn; on it stands the address that leads here.
  /** @param {string} address */
  async picture(address) {
    await this.fit();
    await load(this.data.plotly);
    this.display.paint();
    if (!this.sweep) throw new Error("This figure did not come.");
    return picture(this.data, this.sweep, this.dom, address);
  }

  // Every field as text, the dragged ones where they stand now; after a jump, where it leads.
  now() {
    if (!this.jump.isOn) this.settings.rest();
    return { ...this.settings.texts };
  }

  query() {
    return queryOf(this.data, this.now());
  }

  // Be at once where it is going, and have the address say so.
  rest() {
    if (this.settling === undefined && !this.jump.isOn) return;
    this.halt();
    this.settled();
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
