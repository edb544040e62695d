// Runs a room's line against a network of its own making, in a time of its own, and writes when it was
// open again after the network came back, as JSON. Called with the module and a JSON list of cases:
// how long the network is gone [ms], what Math.random gives, and whether it goes without a word: then
// nothing is closed, and nothing answers.
import { pathToFileURL } from "node:url";

const [module, cases] = process.argv.slice(2);
let now = 0;
let back = 0; // from when on connections are let in
let silent = false;
let timers = [];
let sockets = [];
const inTime = (act, wait = 0) => {
  const timer = { at: now + wait, act };
  timers.push(timer);
  return timer;
};
const passUntil = (end) => {
  for (;;) {
    const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
    if (!next) break;
    timers = timers.filter((timer) => timer !== next);
    now = next.at;
    next.act();
  }
  now = end;
};

class Socket extends EventTarget {
  static OPEN = 1;

  constructor() {
    super();
    this.readyState = 0;
    sockets.push(this);
    inTime(() => {
      if (now >= back) this.become(1, "open");
      else if (!silent) this.lose();
    });
  }

  become(state, type, more = {}) {
    this.readyState = state;
    this.dispatchEvent(Object.assign(new Event(type), more));
  }

  lose() {
    this.become(3, "close", { code: 1006 });
  }

  close() {}
}

Object.assign(globalThis, {
  WebSocket: Socket,
  location: { href: "http://here/room" },
  document: new EventTarget(),
  setTimeout: inTime,
  clearTimeout: (timer) => { timers = timers.filter((each) => each !== timer); },
});
const page = new EventTarget();
globalThis.addEventListener = page.addEventListener.bind(page);
const { Line } = await import(pathToFileURL(module));

const late = JSON.parse(cases).map(([gone, dice, dead]) => {
  timers = [];
  sockets = [];
  Math.random = () => dice;
  now = back = 0;
  const line = new Line("/room/ABCDE", () => [], { open() {}, hear() {}, lost() {}, over() {} });
  silent = dead;
  passUntil(1);
  back = now + gone;
  if (silent) sockets.at(-1).readyState = 0; // as open as ever, but nothing comes
  else sockets.at(-1).lose();
  passUntil(back);
  while (!line.isOpen && now < back + 60_000) passUntil(now + 1);
  line.close();
  return now - back;
});
process.stdout.write(JSON.stringify(late));
