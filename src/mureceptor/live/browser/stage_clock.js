// How long the talk has run; a reload does not set it back.
import { read, write } from "./storage.js";

export class Clock {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.started = Number(read("sessionStorage", "talk-started"));
    if (this.started) this.tick();
    else this.restart();
    this.timer = setInterval(() => this.tick(), 1000);
  }

  restart() {
    this.started = Date.now();
    write("sessionStorage", "talk-started", String(this.started));
    this.tick();
  }

  tick() {
    const seconds = Math.floor((Date.now() - this.started) / 1000);
    this.element.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }

  stop() {
    clearInterval(this.timer);
  }
}
