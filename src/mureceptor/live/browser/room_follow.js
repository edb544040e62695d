// A phone in a room: it shows the scene that the room sees and follows each drag, says its guess or
// its answer, and may look around and come back. It keeps a number for its seat as long as its tab
// is open, and nothing else.
import { standAlone } from "./alone.js";
import { make, the } from "./element.js";
import { Line } from "./room_line.js";
import { read, write } from "./storage.js";

/** @import {Chart} from "./chart.js" */
/** @import {FollowedData, SceneData, SeenData, Texts} from "../contract.js" */

const SAY_MS = 250; // at most so often while a guess is dragged
const AGAIN_MS = 60_000;
const SEAT = "room-seat";

function seat() {
  const kept = read("sessionStorage", SEAT);
  if (kept) return kept;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const made = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  write("sessionStorage", SEAT, made);
  return made;
}

class Follower {
  /** @param {HTMLElement} root @param {FollowedData} talk @param {string} fingerprint */
  constructor(root, { scenes, home }, fingerprint) {
    this.now = -1; // the scene on show
    this.isAway = false;
    this.unsaid = false; // the line was lost, so the newest vote is to be said again
    /** @type {Chart | undefined} */
    this.chart = undefined;
    /** @type {number | undefined} */
    this.later = undefined;
    /** @type {SeenData} */
    this.stand = { scene: -1, texts: {}, asks: false, black: false, turn: 0, talk: fingerprint };
    /** @type {Map<string, string>} */
    this.votes = new Map(); // by scene and turn, what was said from here
    this.scenes = scenes;
    this.home = home;
    this.fingerprint = fingerprint;
    this.code = location.pathname.split("/").at(-1);
    this.status = make("p", { className: "room-status", role: "status" });
    this.headline = make("h1", { className: "headline" });
    this.question = make("p", { className: "room-question" });
    this.answers = make("div", { className: "room-answers", role: "group", ariaLabel: "Your answer" });
    this.said = make("p", { className: "room-said", role: "status" });
    this.figure = make("div", { className: "room-figure" });
    this.wander = make("button", { type: "button", onclick: () => this.away(!this.isAway) }, "Look around");
    this.chapter = make("a", { className: "room-chapter" }, "Read on in the chapter");
    root.replaceChildren(this.status, this.headline, this.question, this.answers, this.figure, this.said,
      make("div", { className: "room-ways" }, this.wander, this.chapter),
      make("p", { className: "room-kept" }, "No name, nothing kept. The speaker sees how many say what, and not who."));
    this.root = root;
    this.tell("Connecting \u2026");
    const mine = seat();
    this.line = new Line(location.pathname, () => ["phone", mine], {
      open: () => { this.unsaid = true; },
      hear: (stand) => this.hear(stand),
      lost: () => this.lost(),
      over: () => this.end(),
    });
  }

  /** @param {string} words */
  tell(words) {
    this.status.textContent = words;
  }

  // A browser does not say why it was not let in, so the server is asked. Where the network is gone
  // without a word, no answer comes for minutes.
  async lost() {
    this.tell("No connection. This page goes on trying.");
    const answer = await fetch(`${location.pathname}?open`, { cache: "no-store" }).catch(() => undefined);
    if (this.line.isOpen) return;
    if (answer?.status === 404) this.tell(`There is no room ${this.code} just now. If the letters are right, wait: this page goes on trying.`);
    else if (answer?.status === 429) this.tell("Too many wrong codes came from this network. This page goes on trying; it may take ten minutes.");
    else if (answer?.status === 503) this.tell("All seats of this room are taken. This page goes on trying.");
  }

  // What was seen last stays, to be moved and read on from.
  end() {
    if (this.chart) this.away(true);
    this.wander.hidden = true;
    this.said.textContent = "";
    this.tell("The room is closed. Thank you for coming.");
  }

  /** @param {SeenData} stand */
  hear(stand) {
    if (stand.talk !== this.fingerprint && Date.now() - Number(read("sessionStorage", "reloaded")) > AGAIN_MS) {
      // Another version of the talk is running.
      if (write("sessionStorage", "reloaded", String(Date.now()))) {
        location.reload();
        return;
      }
    }
    this.stand = stand;
    if (!this.isAway) this.follow();
    this.where();
    if (this.unsaid) this.say();
    this.unsaid = false;
  }

  where() {
    const { scene, black } = this.stand;
    const place = `${scene + 1} / ${this.scenes.length}`;
    if (!this.isAway) this.tell(`Room ${this.code} \u00b7 ${black ? "The speaker shows nothing just now." : place}`);
    else this.tell(scene === this.now ? "You are looking around." : `You are looking around. The talk is at ${place}.`);
  }

  // Stand where the room stands; a guess of one's own stays.
  follow() {
    const { scene: index, texts, asks, black } = this.stand;
    const scene = this.scenes[index];
    if (index !== this.now || !this.chart) this.show(index, scene, texts);
    else this.chart.mirror(scene.guess ? { ...texts, [scene.guess]: this.chart.now()[scene.guess] } : texts);
    this.root.toggleAttribute("data-asks", asks);
    this.root.toggleAttribute("data-black", black);
    this.mark();
  }

  /** @param {number} index @param {SceneData} scene @param {Texts} texts */
  show(index, scene, texts) {
    this.now = index;
    this.chart?.close();
    const { guess } = scene;
    const said = guess ? this.vote : undefined;
    this.chart = standAlone(this.figure, {
      ...scene.chart, texts: said === undefined ? texts : { ...texts, [guess]: said }, sentence: "",
    }, () => this.moved());
    this.headline.textContent = scene.headline;
    document.title = scene.headline;
    this.question.textContent = scene.question;
    this.root.toggleAttribute("data-guess", Boolean(guess));
    this.answers.replaceChildren(...scene.answers.map((words, i) =>
      make("button", { type: "button", onclick: () => this.choose(String(i)) }, words)));
  }

  /** @param {boolean} yes */
  away(yes) {
    this.isAway = yes;
    this.root.toggleAttribute("data-away", yes);
    this.wander.textContent = yes ? "Back to the talk" : "Look around";
    if (yes && this.chart) {
      this.chapter.href = `${this.home}${this.scenes[this.now].link || "/"}?${this.chart.query()}`;
      this.root.toggleAttribute("data-asks", false);
    } else this.follow();
    this.where();
  }

  // --- What is said from here ------------------------------------------------------------------

  get asked() {
    return `${this.stand.scene} ${this.stand.turn}`;
  }

  get vote() {
    return this.votes.get(this.asked);
  }

  moved() {
    const { guess } = this.scenes[this.now];
    if (!guess || !this.chart || this.isAway || !this.stand.asks) return;
    this.votes.set(this.asked, this.chart.now()[guess]);
    this.later ??= setTimeout(() => {
      this.later = undefined;
      this.say();
    }, SAY_MS);
  }

  /** @param {string} choice */
  choose(choice) {
    this.votes.set(this.asked, choice);
    this.say();
  }

  // The newest, and again after each time that the line was lost.
  say() {
    const { scene, turn, asks } = this.stand;
    if (asks && this.vote !== undefined) this.line.say({ scene, turn, choice: this.vote });
    this.mark();
  }

  mark() {
    const { vote, stand: { asks } } = this;
    [...this.answers.children].forEach((button, i) => button.setAttribute("aria-pressed", String(vote === String(i))));
    const { guess } = this.scenes[this.now];
    const words = guess && vote !== undefined ? `Your guess: ${vote} %.` : "Your answer is in.";
    if (asks && vote !== undefined) this.said.textContent = `${words} You can change it until the answer is shown.`;
    else this.said.textContent = asks && guess ? "Move the ring to where you think the curve will end." : "";
  }
}

// Where the address names no room, its letters are asked for.
/** @param {HTMLElement} root @param {FollowedData} talk */
function ask(root, { home, letters }) {
  const pattern = `[${letters}${letters.toLowerCase()}]{5}`;
  const code = make("input", {
    id: "code", className: "room-code", required: true, maxLength: 5, pattern, autocomplete: "off", autocapitalize: "characters", spellcheck: false,
  });
  root.replaceChildren(make("h1", { className: "headline" }, "Follow a talk"),
    make("form", {
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        location.href = `${home}/room/${code.value.toUpperCase()}`;
      },
    },
    make("label", { htmlFor: "code" }, "The five letters on the speaker’s screen"), code,
    make("div", { className: "room-ways" }, make("button", {}, "Go in"))));
}

const talk = the("#talk");
const root = the(".room");
const content = JSON.parse(talk instanceof HTMLTemplateElement ? talk.content.textContent : "");
if (/\/[A-Z]+$/.test(location.pathname)) new Follower(root, content, talk.dataset.fingerprint ?? "");
else ask(root, content);
