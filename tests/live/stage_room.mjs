// Runs a speaker's room without a browser, and writes what it says of itself at each step, as JSON.
// Called with the module.
import { pathToFileURL } from "node:url";

const told = [];
let socket;
class Socket extends EventTarget {
  static OPEN = 1;

  constructor() {
    super();
    socket = this;
  }

  become(state, type, more = {}) {
    this.readyState = state;
    this.dispatchEvent(Object.assign(new Event(type), more));
  }

  send() {}

  close() {}
}
const timers = [];
Object.assign(globalThis, {
  WebSocket: Socket,
  location: { href: "http://here/present" },
  document: new EventTarget(),
  addEventListener() {},
  fetch: () => Promise.reject(new Error("gone")),
  setTimeout: (act) => timers.push(act),
  clearTimeout() {},
});
const { Room } = await import(pathToFileURL(process.argv[2]));

let shown; // what the window was last told to show
const room = new Room("/room", {
  stand: () => ({}), changed: () => { shown = room.trouble; }, shared() {}, say() {},
});
const note = (step) => told.push([step, shown]);
const hear = (counts) => socket.become(1, "message", { data: JSON.stringify(counts) });
const counts = { seats: 2, scene: 0, turn: 0, votes: {}, apart: false };
room.enter({ code: "CDFHJ", key: "k", alone: false, turns: {} });
note("connects");
socket.become(1, "open");
note("open");
hear(counts);
note("heard");
hear({ ...counts, apart: true });
note("broker away");
hear(counts);
note("broker back");
socket.become(3, "close", { code: 1006 });
note("lost");
timers.pop()(); // the pause is over
note("tries");
socket.become(1, "open");
note("back");
timers.pop()(); // nothing was heard for too long
note("dead");
socket.become(1, "open");
note("back again");
socket.become(3, "close", { code: 1006 });
room.leave();
note("left");
process.stdout.write(JSON.stringify(told));
