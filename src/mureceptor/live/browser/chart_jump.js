// A jump plays the steps between, so that the eye can follow; where motion is not wanted, it is at
// its end at once.

const JUMP_MS = 240;
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export class Jump {
  constructor() {
    /** @type {number | undefined} */
    this.frame = undefined;
  }

  get isOn() {
    return this.frame !== undefined;
  }

  stop() {
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.frame = undefined;
  }

  /**
   * From some steps to others: `show` is called with those of each moment, and `done` at the end.
   * @param {number[]} from @param {number[]} to
   * @param {(steps: number[]) => void} show @param {() => void} done
   */
  play(from, to, show, done) {
    this.stop();
    if (to.every((step, i) => step === from[i])) return done();
    if (still()) {
      show(to);
      return done();
    }
    const start = performance.now();
    /** @param {number} now */
    const frame = (now) => {
      const t = Math.min(1, Math.max(0, (now - start) / JUMP_MS)); // a frame's time can lie before start
      const eased = 1 - (1 - t) ** 3;
      show(to.map((step, i) => Math.round(from[i] + (step - from[i]) * eased)));
      this.frame = t < 1 ? requestAnimationFrame(frame) : undefined;
      if (t === 1) done();
    };
    this.frame = requestAnimationFrame(frame);
  }
}
