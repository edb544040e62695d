// A connection to a room that comes back by itself: at once when the page is seen again or the
// network returns, else after a pause that grows from a quarter of a second to four.

const FIRST_MS = 250;
const LONGEST_MS = 4000;
const ASLEEP_MS = 5000; // after so long out of sight a connection may be dead and not know it
const QUIET_MS = 4500; // the server says something twice in that time, or the line is dead
const OVER = 1000; // the code with which a room is closed for good

export class Line {
  /**
   * `who` returns the two words that open the line. Calls `open`, `hear` with each message, `lost`
   * each time that it could not be opened or broke, and `over` when the room is closed.
   * @param {string} address
   * @param {() => string[]} who
   * @param {{open: () => void, hear: (message: any) => void, lost: () => void, over: () => void}} on
   */
  constructor(address, who, on) {
    this.address = new URL(address, location.href);
    this.address.protocol = this.address.protocol.replace("http", "ws");
    this.who = who;
    this.on = on;
    this.failed = 0;
    this.hidden = 0; // when the page went out of sight
    /** @type {WebSocket | undefined} */
    this.socket = undefined;
    /** @type {number | undefined} */
    this.waiting = undefined;
    /** @type {number | undefined} */
    this.quiet = undefined;
    this.left = new AbortController();
    const { signal } = this.left;
    addEventListener("online", () => this.again(), { signal });
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.hidden = Date.now();
      else if (Date.now() - this.hidden > ASLEEP_MS) this.again();
    }, { signal });
    this.again();
  }

  get isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  again() {
    clearTimeout(this.waiting);
    this.drop();
    const socket = new WebSocket(this.address, this.who());
    this.socket = socket;
    this.listen();
    socket.addEventListener("open", () => {
      this.failed = 0;
      this.listen();
      this.on.open();
    });
    socket.addEventListener("message", ({ data }) => {
      this.listen();
      this.on.hear(JSON.parse(data));
    });
    socket.addEventListener("close", ({ code }) => {
      if (socket !== this.socket) return; // it was dropped
      clearTimeout(this.quiet);
      if (code === OVER) {
        this.close();
        this.on.over();
        return;
      }
      const pause = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.failed);
      this.failed += 1;
      this.waiting = setTimeout(() => this.again(), pause * (0.5 + Math.random() / 2)); // not all at once
      this.on.lost();
    });
  }

  // A network that went away without a word closes nothing.
  listen() {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => {
      this.on.lost();
      this.again();
    }, QUIET_MS);
  }

  /** @param {object} message */
  say(message) {
    if (this.isOpen) this.socket?.send(JSON.stringify(message));
  }

  drop() {
    const { socket } = this;
    this.socket = undefined;
    socket?.close();
  }

  close() {
    clearTimeout(this.waiting);
    clearTimeout(this.quiet);
    this.left.abort();
    this.drop();
  }
}
