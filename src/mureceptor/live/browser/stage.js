// A talk: scenes made of the explainer's own figures, stepped by clicker, keys or touch. Nothing
// here needs the server once the figures are fetched; a second window of the same browser follows.
import { addressOf, Chart } from "./chart.js";
import { make } from "./dom.js";
import { KEYS, meaning } from "./keys.js";
import { Overview } from "./overview.js";
import { read, write } from "./storage.js";
import { prefetch } from "./sweep.js";

const PROBE_MS = 5000;
const AHEAD_MS = 60; // first what the room looks at, then its neighbours
const stages = new WeakMap();

export function mount({ data: [data], parentElement }) {
  if (!stages.has(parentElement)) {
    const Kind = data.window === "list" ? Overview : Stage;
    stages.set(parentElement, new Kind(parentElement, data));
  }
  const stage = stages.get(parentElement);
  stage.recolour();
  return () => {
    stage.close();
    stages.delete(parentElement);
  };
}

// When the server is gone, Streamlit opens a dialog and makes all behind it inert. In a talk the
// dialog is not shown (`stage.css`), and what is dragged goes on.
function stayAwake([{ target }]) {
  if (target.inert) target.inert = false;
}

class Stage {
  constructor(parent, data) {
    this.scenes = data.scenes;
    this.health = data.health;
    this.window = data.window;
    this.charts = new Map(); // by index: the scene on show and its neighbours, drawn ahead
    this.kept = new Map(); // by index: where a scene was left
    this.awake = new MutationObserver(stayAwake);
    this.awake.observe(document.getElementById("root"), { attributeFilter: ["inert"] });
    this.answered = new Set(); // indices of scenes whose question was answered by key or button
    this.now = data.number - 1;
    this.typed = "";
    if (new URLSearchParams(location.search).has("answered")) this.answered.add(this.now);
    this.build(parent);
    this.listen();
    this.show();
    this.say(data.notice);
    this.channel?.postMessage({ hello: true });
  }

  build(parent) {
    const button = (words, label, act) => make("button", { type: "button", ariaLabel: label, onclick: act }, words);
    this.status = make("p", { className: "stage-status", role: "status" });
    this.offline = make("p", { className: "stage-offline", role: "status" });
    this.where = make("p", { className: "stage-where" });
    this.tag = make("span", { className: "tag" });
    this.place = make("span", { className: "stage-place" });
    this.headline = make("h1", { className: "stage-headline" });
    this.figures = make("div", { className: "stage-figures" });
    this.question = make("p", { className: "stage-question" });
    this.asked = make("div", { className: "stage-asked" }, this.question, button("Show the answer", "", () => this.answer()));
    this.scene = make("div", { className: "stage-scene" },
      make("div", { className: "stage-top" }, this.status, this.offline, this.where, this.tag,
        button("\u2039", "Scene before", () => this.go(this.now - 1)), this.place,
        button("\u203a", "Next scene", () => this.go(this.now + 1)),
        button("?", "Keys", () => this.keys.showModal())),
      this.headline, this.figures, this.asked);
    this.after = make("p", { className: "stage-after" });
    this.clock = make("p", { className: "stage-clock" });
    this.notes = make("p", { className: "stage-notes" });
    this.aside = make("section", { className: "stage-aside", ariaLabel: "Notes", hidden: this.window !== "speaker" },
      make("div", { className: "stage-time" }, this.clock, button("Back to 0:00", "", () => this.restartClock())),
      this.notes);
    this.black = make("div", { className: "stage-black", hidden: true, onclick: () => this.blank() });
    this.letters = make("input", {
      type: "checkbox", checked: read("localStorage", "talk-letters") !== "off",
      onchange: () => write("localStorage", "talk-letters", this.letters.checked ? "on" : "off"),
    });
    this.keys = make("dialog", { className: "stage-keys" }, make("h2", {}, "Keys"),
      make("dl", {}, ...KEYS.flatMap(([key, does]) => [make("dt", {}, key), make("dd", {}, does)])),
      make("label", {}, this.letters, " Keys of one letter or digit"),
      make("form", { method: "dialog" }, make("button", { className: "as-link" }, "Close")));
    this.root = make("section", { className: "stage", "data-window": this.window, ariaLabel: "Talk" },
      this.scene, this.aside, this.after, this.black, this.keys);
    parent.replaceChildren(this.root);
  }

  listen() {
    this.heard = new AbortController();
    const on = (target, name, act, how = {}) =>
      target.addEventListener(name, act, { signal: this.heard.signal, ...how });
    on(window, "keydown", (event) => this.key(event), { capture: true });
    on(window, "resize", () => this.scale());
    on(this.scene, "touchstart", (event) => this.touch(event), { passive: true });
    on(this.scene, "touchend", (event) => this.touch(event), { passive: true });
    this.scale();
    if (window.BroadcastChannel) {
      this.channel = new BroadcastChannel(`talk-${this.scenes.map(({ headline }) => headline).join("|")}`);
      this.channel.onmessage = ({ data }) => this.hear(data);
    }
    on(document, "visibilitychange", () => this.stayLit());
    this.stayLit();
    this.timers = [setInterval(() => this.tick(), 1000), setInterval(() => this.probe(), PROBE_MS)];
    this.tick();
  }

  close() {
    this.now = undefined; // a scene that is on its way does not come any more
    this.heard.abort();
    clearTimeout(this.ahead);
    this.timers.forEach(clearInterval);
    this.channel?.close();
    this.awake.disconnect();
    this.charts.forEach((chart) => chart.close());
    document.documentElement.style.removeProperty("--screen");
  }

  // A projector's picture is laid out at 1920 x 1080 and scaled to the screen; a phone's is not.
  // The speaker's window gives it the upper left.
  scale() {
    const wide = innerWidth >= 900;
    const screen = Math.min(innerWidth / 1920, innerHeight / 1080);
    const zoom = this.window === "speaker" ? Math.min(0.6 * innerWidth / 1920, 0.56 * innerHeight / 1000) : screen;
    this.root.style.setProperty("--zoom", wide ? zoom : 1);
    document.documentElement.style.setProperty("--screen", screen);
    this.root.dataset.wide = wide ? "yes" : "no";
    this.fitHeadline();
  }

  // Keep the screen on. The browser lets go of it whenever the page is out of sight.
  async stayLit() {
    if (document.visibilityState !== "visible") return;
    try {
      const lock = await navigator.wakeLock?.request("screen");
      this.heard.signal.addEventListener("abort", () => lock?.release());
    } catch {
      // A browser that saves its battery refuses; nothing else depends on it.
    }
  }

  // One line on a projector: capitals take more room than it has.
  fitHeadline() {
    const { style } = this.headline;
    style.fontSize = "";
    const { clientWidth, scrollWidth } = this.headline;
    if (scrollWidth > clientWidth) style.fontSize = `${Math.floor(80 * clientWidth / scrollWidth)}px`;
  }

  // --- Scenes --------------------------------------------------------------------------------

  go(number, { silent = false } = {}) {
    const to = Math.max(0, Math.min(this.scenes.length - 1, number));
    this.blank(false, { silent });
    this.typed = "";
    this.say("");
    if (to === this.now) return;
    this.leave(this.now);
    this.now = to;
    this.address(this.kept.get(to) ?? {});
    this.show();
    if (!silent) this.tell();
  }

  leave(index) {
    const chart = this.charts.get(index);
    chart.halt(); // or it would still write itself into the next scene's address
    this.kept.set(index, chart.now());
  }

  // Put scene, state and window into the address, so that a reload comes back here.
  address(texts) {
    const query = new URLSearchParams({ scene: this.now + 1 });
    if (this.window !== "audience") query.set("view", this.window);
    if (this.answered.has(this.now)) query.set("answered", "yes");
    const { view } = this.scenes[this.now].chart;
    for (const [field, text] of Object.entries(texts)) query.set(`${view}.${field}`, text);
    history.replaceState(history.state, "", `?${query}`);
  }

  // A scene that is not drawn yet takes the place of the one before once it is, so no blank shows.
  async show() {
    const index = this.now;
    const chart = this.chart(index);
    if (!chart.painted && this.headline.textContent) await chart.fit();
    if (index !== this.now) return;
    const scene = this.scenes[index];
    document.title = scene.headline;
    this.headline.textContent = scene.headline;
    this.where.replaceChildren(...[
      scene.where && make("a", { href: `.${scene.link}` }, scene.where), scene.chart.note,
    ].filter(Boolean).flatMap((part, i) => (i ? [" \u00b7 ", part] : [part])));
    this.tag.textContent = scene.chart.tag[1];
    this.tag.className = `tag tag-${scene.chart.tag[0]}`;
    this.place.textContent = `${index + 1} / ${this.scenes.length}`;
    this.question.textContent = scene.question;
    this.notes.textContent = scene.notes;
    const after = this.scenes[index + 1];
    this.after.textContent = after ? `Next: ${after.headline}` : "This is the last scene.";
    for (const [each, { box }] of this.charts) this.stand(each, box);
    this.fitHeadline();
    this.ask();
    chart.fit();
    clearTimeout(this.ahead);
    this.ahead = setTimeout(() => this.drawAhead(), AHEAD_MS);
  }

  stand(index, box, shown = index === this.now) {
    box.classList.toggle("shown", shown);
    box.classList.toggle("next", index === this.now + 1);
    box.inert = !shown;
    if (box.more) box.more.hidden = true;
  }

  // The neighbours are drawn out of sight, so that a step only swaps; others are only fetched.
  drawAhead() {
    for (const [index, chart] of this.charts) {
      if (Math.abs(index - this.now) > 1) {
        this.kept.set(index, chart.now());
        chart.close();
        chart.box.remove();
        this.charts.delete(index);
      }
    }
    for (const index of [this.now + 1, this.now - 1]) if (this.scenes[index]) this.chart(index).fit();
    const form = this.charts.get(this.now).dom.root.dataset.form ?? "scene";
    for (const { chart } of this.scenes) {
      const { texts } = chart;
      for (const each of texts.answer ? [texts, { ...texts, answer: "shown" }] : [texts]) {
        prefetch(addressOf(chart, each, form));
      }
    }
  }

  chart(index) {
    if (!this.charts.has(index)) {
      const box = make("div", { className: "stage-figure" });
      this.figures.append(box);
      const chart = new Chart(box, this.scenes[index].chart, () => this.moved(index));
      chart.box = box;
      setApart(chart);
      this.stand(index, box, false); // not in the other's place before it is drawn
      if (this.kept.get(index)) chart.set(this.kept.get(index));
      this.charts.set(index, chart);
    }
    return this.charts.get(index);
  }

  moved(index) {
    if (index !== this.now) return;
    this.ask();
    this.tell();
  }

  // --- Asking the room -------------------------------------------------------------------------

  // The question stands where the sentence will, which answers it: when it is asked for, or once
  // the figure is moved. A figure with a guess on it keeps its answer in its own state.
  get asking() {
    const { question, usual } = this.scenes[this.now];
    const texts = this.charts.get(this.now).now();
    if (!question || this.answered.has(this.now)) return false;
    if (texts.answer) return texts.answer !== "shown";
    return Object.keys(usual).every((field) => texts[field] === usual[field]);
  }

  ask() {
    this.root.toggleAttribute("data-asking", this.asking);
  }

  answer() {
    const chart = this.charts.get(this.now);
    if (chart.texts.answer) {
      chart.choose({ answer: chart.texts.answer === "shown" ? "hidden" : "shown" });
    } else if (this.scenes[this.now].question) {
      this.setAnswered(!this.answered.has(this.now));
      this.tell();
    }
  }

  setAnswered(yes) {
    if (yes) this.answered.add(this.now);
    else this.answered.delete(this.now);
    this.address(this.charts.get(this.now).now());
    this.ask();
  }

  reset() {
    this.setAnswered(false);
    this.charts.get(this.now).choose({ ...this.scenes[this.now].usual });
  }

  more() {
    const { more } = this.charts.get(this.now).box;
    if (!more) return;
    more.hidden = !more.hidden;
    if (!more.hidden) more.querySelector("input").focus();
  }

  recolour() {
    this.charts.forEach((chart) => chart.recolour());
  }

  // --- The other window ----------------------------------------------------------------------

  tell() {
    this.channel?.postMessage({
      scene: this.now,
      texts: this.charts.get(this.now)?.now(),
      answered: this.answered.has(this.now),
      black: !this.black.hidden,
    });
  }

  hear({ hello, scene, texts, answered, black }) {
    if (hello) return this.tell();
    if (!this.scenes[scene]) return undefined;
    if (scene !== this.now) this.go(scene, { silent: true });
    this.blank(black, { silent: true });
    this.chart(scene).mirror(texts);
    if (answered === this.answered.has(scene)) this.ask();
    else this.setAnswered(answered);
    return undefined;
  }

  // --- Keys and touch ------------------------------------------------------------------------

  key(event) {
    const action = meaning(event, this.typed, this.letters.checked);
    if (!action || (action === "close" && this.keys.open)) return; // a dialog closes by itself
    if (event.repeat) {
      // A held key, or a clicker's long press, steps once.
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (this.keys.open) {
      if (!["next", "before", "keys"].includes(action)) return;
      this.keys.close();
      if (action === "keys") return event.preventDefault();
    }
    const acts = {
      next: () => this.go(this.now + 1),
      before: () => this.go(this.now - 1),
      first: () => this.go(0),
      last: () => this.go(this.scenes.length - 1),
      jump: () => this.go(Number(this.typed) - 1),
      digit: () => this.type(event.key),
      answer: () => this.answer(),
      more: () => this.more(),
      reset: () => this.reset(),
      blank: () => this.blank(),
      notes: () => { this.aside.hidden = !this.aside.hidden && this.window !== "speaker"; },
      speaker: () => this.openSpeaker(),
      clock: () => this.restartClock(),
      full: () => this.fullScreen(),
      keys: () => this.keys.showModal(),
      close: () => this.closeAll(),
    };
    acts[action]();
    event.preventDefault();
    event.stopPropagation();
  }

  type(digit) {
    this.typed = `${this.typed}${digit}`.slice(-3);
    this.say(`Go to scene ${this.typed}: Enter`);
  }

  speakerAddress() {
    const query = new URLSearchParams(location.search);
    query.set("view", "speaker");
    return `?${query}`;
  }

  openSpeaker() {
    const address = this.speakerAddress();
    if (open(address, "speaker")) return;
    this.say(`The browser blocked the speaker\u2019s window. Allow it, or open ${new URL(address, location.href)}`);
  }

  closeAll() {
    this.typed = "";
    this.say("");
    this.aside.hidden = this.window !== "speaker";
    const { more } = this.charts.get(this.now).box;
    if (more) more.hidden = true;
  }

  fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.();
  }

  blank(black = this.black.hidden, { silent = false } = {}) {
    if (this.black.hidden === !black) return;
    this.black.hidden = !black;
    this.root.toggleAttribute("data-black", black);
    if (!silent) this.tell();
  }

  touch(event) {
    const { clientX, clientY, target } = event.changedTouches[0];
    if (event.type === "touchstart") {
      const free = !(event.touches?.length > 1) && !target.closest(".live-control, .live-handle, .stage-more, button, a");
      this.from = free ? [clientX, clientY] : undefined;
    } else if (this.from) {
      const [x, y] = [clientX - this.from[0], clientY - this.from[1]];
      if (Math.abs(x) > Math.max(60, 2 * Math.abs(y))) this.go(this.now + (x < 0 ? 1 : -1));
    }
  }

  // --- What is said quietly ------------------------------------------------------------------

  say(words) {
    this.status.textContent = words;
  }

  restartClock() {
    this.started = Date.now();
    write("sessionStorage", "talk-started", this.started);
    this.tick();
  }

  tick() {
    this.started ??= Number(read("sessionStorage", "talk-started")) || undefined;
    if (!this.started) return this.restartClock();
    const seconds = Math.floor((Date.now() - this.started) / 1000);
    this.clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    return undefined;
  }

  async probe() {
    const alive = await fetch(this.health, { cache: "no-store" }).then(({ ok }) => ok, () => false);
    this.offline.textContent = alive ? "" : "No connection. The talk goes on without it.";
  }
}

// In a scene only the first control stands; what else can be set waits in a panel.
function setApart(chart) {
  const { root } = chart.dom;
  const others = [...root.querySelectorAll(".live-control:not(:first-child), .live-choice:not(:has([data-field=answer]))")];
  if (!others.length) return;
  const panel = make("div", { className: "stage-more", hidden: true }, ...others);
  const open = make("button", {
    type: "button", className: "as-link stage-more-open", onclick: () => { panel.hidden = !panel.hidden; },
  }, "More controls");
  root.append(open, panel);
  chart.box.more = panel;
}
