// A talk: scenes made of the explainer's own figures, stepped by clicker, keys or touch. Nothing
// here needs the server once the figures are fetched; a second window of the same browser follows.
import { Chart } from "./chart.js";
import { make } from "./dom.js";
import { fetchSweep } from "./sweep.js";

const KEYS = [
  ["Page Down, Page Up", "next scene, scene before (also while a control has focus)"],
  ["\u2192 \u2190 \u2191 \u2193 Space", "next, before (outside a control; inside, arrows move it)"],
  ["Home, End", "first, last scene (outside a control)"],
  ["a number, then Enter", "go to that scene"],
  ["G", "show or hide the answer, where a scene asks for a guess"],
  ["R", "reset this scene"],
  ["B", "black screen, and back"],
  ["N", "notes, and back"],
  ["S", "open the speaker\u2019s window"],
  ["F", "full screen"],
  ["?", "this list"],
];
const PROBE_MS = 5000;
const stages = new WeakMap();

export function mount({ data, parentElement }) {
  if (!stages.has(parentElement)) {
    stages.set(parentElement, data.window === "list" ? new List(parentElement, data) : new Stage(parentElement, data));
  }
  const stage = stages.get(parentElement);
  stage.recolour();
  return () => {
    stage.close();
    stages.delete(parentElement);
  };
}

class Stage {
  constructor(parent, data) {
    this.scenes = data.scenes;
    this.health = data.health;
    this.charts = new Map(); // by index: the scene on show and its neighbours, drawn ahead
    this.kept = new Map(); // by index: where a scene was left
    this.now = data.number - 1;
    this.typed = "";
    this.build(parent, data);
    this.listen();
    this.show();
    this.say(data.notice);
    this.channel?.postMessage({ hello: true });
  }

  build(parent, { window: name }) {
    const button = (words, label, act) => make("button", { type: "button", ariaLabel: label, onclick: act }, words);
    this.where = make("span", { className: "stage-where" });
    this.tag = make("span", { className: "tag" });
    this.place = make("span", { className: "stage-place" });
    this.headline = make("h1", { className: "stage-headline" });
    this.question = make("p", { className: "stage-question" });
    this.figures = make("div", { className: "stage-figures" });
    this.status = make("p", { className: "stage-status", role: "status" });
    this.offline = make("p", { className: "stage-offline", role: "status" });
    this.notes = make("p", { className: "stage-notes" });
    this.after = make("p", { className: "stage-after" });
    this.clock = make("p", { className: "stage-clock" });
    this.aside = make("aside", { className: "stage-aside", ariaLabel: "Notes", hidden: name !== "speaker" },
      this.clock, make("h2", {}, "Notes"), this.notes, make("h2", {}, "Next"), this.after);
    this.black = make("div", { className: "stage-black", hidden: true, onclick: () => this.blank() });
    this.list = make("dialog", { className: "stage-keys" }, make("h2", {}, "Keys"),
      make("dl", {}, ...KEYS.flatMap(([key, does]) => [make("dt", {}, key), make("dd", {}, does)])),
      make("form", { method: "dialog" }, make("button", { className: "as-link" }, "Close")));
    this.root = make("section", { className: "stage", "data-window": name, ariaLabel: "Talk" },
      make("div", { className: "stage-top" }, this.where, this.tag,
        button("\u2039", "Scene before", () => this.go(this.now - 1)), this.place,
        button("\u203a", "Next scene", () => this.go(this.now + 1)),
        button("?", "Keys", () => this.list.showModal())),
      this.headline, this.figures, this.question, this.status, this.offline, this.aside, this.black, this.list);
    parent.replaceChildren(this.root);
    this.started = Number(sessionStorage.getItem("talk-started") ?? Date.now());
    sessionStorage.setItem("talk-started", this.started);
  }

  listen() {
    this.onKey = (event) => this.key(event);
    addEventListener("keydown", this.onKey, { capture: true });
    this.onSize = () => this.scale();
    addEventListener("resize", this.onSize);
    this.scale();
    this.onTouch = (event) => this.touch(event);
    this.root.addEventListener("touchstart", this.onTouch, { passive: true });
    this.root.addEventListener("touchend", this.onTouch, { passive: true });
    if (window.BroadcastChannel) {
      this.channel = new BroadcastChannel(`talk-${this.scenes.map(({ headline }) => headline).join("|")}`);
      this.channel.onmessage = ({ data }) => this.hear(data);
    }
    this.timers = [setInterval(() => this.tick(), 1000), setInterval(() => this.probe(), PROBE_MS)];
    this.tick();
  }

  close() {
    removeEventListener("keydown", this.onKey, { capture: true });
    removeEventListener("resize", this.onSize);
    this.timers.forEach(clearInterval);
    this.channel?.close();
    this.charts.forEach((chart) => chart.close());
  }

  // A projector's picture is laid out at 1920 x 1080 and scaled to the screen; a phone's is not.
  scale() {
    const wide = innerWidth >= 900;
    const share = this.root.dataset.window === "speaker" ? 0.62 : 1;
    this.root.style.setProperty("--zoom", wide ? Math.min(innerWidth / 1920, innerHeight / 1080) * share : 1);
    this.root.dataset.wide = wide ? "yes" : "no";
  }

  // --- Scenes --------------------------------------------------------------------------------

  go(number, { silent = false } = {}) {
    const to = Math.max(0, Math.min(this.scenes.length - 1, number));
    this.blank(false);
    this.typed = "";
    this.say("");
    if (to === this.now) return;
    this.kept.set(this.now, this.charts.get(this.now)?.now());
    this.now = to;
    const query = new URLSearchParams({ scene: to + 1 });
    if (this.root.dataset.window !== "audience") query.set("view", this.root.dataset.window);
    for (const [field, text] of Object.entries(this.kept.get(to) ?? {})) {
      query.set(`${this.scenes[to].chart.view}.${field}`, text);
    }
    history.replaceState(history.state, "", `?${query}`);
    this.show();
    if (!silent) this.tell();
  }

  show() {
    const scene = this.scenes[this.now];
    document.title = scene.headline;
    this.headline.textContent = scene.headline;
    this.where.textContent = [scene.where, scene.chart.note].filter(Boolean).join(" \u00b7 ");
    this.tag.textContent = scene.chart.tag[1];
    this.tag.className = `tag tag-${scene.chart.tag[0]}`;
    this.place.textContent = `${this.now + 1} / ${this.scenes.length}`;
    this.question.textContent = scene.question;
    this.notes.textContent = scene.notes;
    this.after.textContent = this.scenes[this.now + 1]?.headline ?? "The end";
    const chart = this.chart(this.now);
    for (const [index, each] of this.charts) each.box.classList.toggle("shown", index === this.now);
    chart.fit();
    clearTimeout(this.ahead);
    this.ahead = setTimeout(() => this.drawAhead(), 60); // first what the room looks at
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
    const { form } = this.charts.get(this.now).dom.root.dataset;
    for (const { chart } of this.scenes) {
      const query = new URLSearchParams(chart.addressed.map((field) => [field, chart.texts[field]]));
      fetchSweep(`${chart.address.replace("FORM", form ?? "scene")}?${query}`).catch(() => {});
    }
  }

  chart(index) {
    if (!this.charts.has(index)) {
      const box = make("div", { className: "stage-figure" });
      this.figures.append(box);
      const chart = new Chart(box, this.scenes[index].chart, { moved: () => index === this.now && this.tell() });
      chart.box = box;
      if (this.kept.get(index)) chart.set(this.kept.get(index));
      this.charts.set(index, chart);
    }
    return this.charts.get(index);
  }

  reset() {
    this.chart(this.now).choose({ ...this.scenes[this.now].usual });
  }

  reveal() {
    const chart = this.chart(this.now);
    if (chart.texts.answer) chart.choose({ answer: chart.texts.answer === "shown" ? "hidden" : "shown" });
  }

  recolour() {
    this.charts.forEach((chart) => chart.update(chart.data));
  }

  // --- The other window ----------------------------------------------------------------------

  tell() {
    this.channel?.postMessage({ scene: this.now, texts: this.charts.get(this.now)?.now() });
  }

  hear({ hello, scene, texts, black }) {
    if (hello) return this.tell();
    if (black !== undefined) return this.blank(black, { silent: true });
    if (!this.scenes[scene]) return undefined;
    this.go(scene, { silent: true });
    const chart = this.chart(scene);
    if (texts) chart.mirror(texts);
    chart.settle(); // its own address too, so that a reload comes back here
    return undefined;
  }

  // --- Keys and touch ------------------------------------------------------------------------

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || this.list.open) return;
    const { target } = event;
    if (target.matches?.("input:not([type=range]):not([type=radio]), textarea, select, [contenteditable=true]")) return;
    const inside = target.matches?.("input");
    const act = this.actions(inside)[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const digit = !inside && /^[0-9]$/.test(event.key);
    if (digit) this.type(event.key);
    else if (act) act();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  actions(inside) {
    const next = () => this.go(this.now + 1);
    const before = () => this.go(this.now - 1);
    const always = {
      PageDown: next, PageUp: before, g: () => this.reveal(), b: () => this.blank(), n: () => this.toggleNotes(), r: () => this.reset(),
      f: () => this.fullScreen(), s: () => open(this.speakerAddress(), "speaker"), "?": () => this.list.showModal(),
    };
    const outside = {
      ArrowRight: next, ArrowDown: next, ArrowLeft: before, ArrowUp: before,
      Home: () => this.go(0), End: () => this.go(this.scenes.length - 1),
    };
    if (this.typed) outside.Enter = () => this.go(Number(this.typed) - 1);
    if (!inside && !document.activeElement?.matches("button")) outside[" "] = next;
    return inside ? always : { ...always, ...outside };
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

  toggleNotes() {
    this.aside.hidden = !this.aside.hidden;
  }

  fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.();
  }

  blank(black = this.black.hidden, { silent = false } = {}) {
    if (this.black.hidden === !black) return;
    this.black.hidden = !black;
    if (!silent) this.channel?.postMessage({ black });
  }

  touch(event) {
    const { clientX, target } = event.changedTouches[0];
    if (event.type === "touchstart") this.from = target.closest(".live-control, .live-plot, button") ? undefined : clientX;
    else if (this.from !== undefined && Math.abs(clientX - this.from) > 60) {
      this.go(this.now + (clientX < this.from ? 1 : -1));
    }
  }

  // --- What is said quietly ------------------------------------------------------------------

  say(words) {
    this.status.textContent = words;
  }

  tick() {
    const seconds = Math.floor((Date.now() - this.started) / 1000);
    this.clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }

  async probe() {
    const alive = await fetch(this.health, { cache: "no-store" }).then(({ ok }) => ok, () => false);
    this.offline.textContent = alive ? "" : "No connection. The talk goes on without it.";
  }
}

// All scenes one below the other, to jump from, to rehearse with, and to print with their notes.
class List {
  constructor(parent, data) {
    this.charts = [];
    const items = data.scenes.map((scene, index) => {
      const box = make("div", { className: "stage-small" });
      const item = make("li", {},
        make("h2", {}, make("a", { href: `?scene=${index + 1}` }, `${index + 1}. ${scene.headline}`)),
        box, make("p", { className: "stage-notes" }, scene.notes));
      this.charts.push([box, scene.chart]);
      return item;
    });
    parent.replaceChildren(make("ol", { className: "stage-list" }, ...items));
    this.charts = this.charts.map(([box, chart]) => new Chart(box, chart, {}));
    this.charts.forEach((chart) => chart.fit());
  }

  recolour() {
    this.charts.forEach((chart) => chart.update(chart.data));
  }

  close() {
    this.charts.forEach((chart) => chart.close());
  }
}
