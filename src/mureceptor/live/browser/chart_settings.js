// What is set in a figure: every field as text, and at which of its steps each control stands.

/** @import {ChartData, Texts} from "../contract.js" */

export class Settings {
  /** @param {ChartData} data */
  constructor({ controls, choices, texts }) {
    this.controls = controls;
    this.choices = choices;
    this.texts = { ...texts }; // of a control: where it stood when it rested, or where a jump leads
    this.steps = this.stepsOf(texts);
  }

  /**
   * The steps of the controls for these texts; a control that they leave out stays where it is.
   * @param {Texts} texts @returns {number[]}
   */
  stepsOf(texts) {
    return this.controls.map(({ field, values }, i) =>
      (field in texts ? Math.max(0, values.indexOf(texts[field])) : this.steps[i]));
  }

  /** Set fields, with the controls where they lead. @param {Texts} texts */
  stand(texts) {
    Object.assign(this.texts, texts);
    this.steps = this.stepsOf(texts);
  }

  // The controls rest where they are.
  rest() {
    this.controls.forEach(({ field, values }, i) => {
      this.texts[field] = values[this.steps[i]];
    });
  }

  /**
   * What is set a step on or back, where the figure says things one after the other and has one there.
   * @param {number} by @returns {Texts | undefined}
   */
  beside(by) {
    for (const { field, options, opens, steps } of this.choices) {
      const names = Object.keys(options);
      const name = names[names.indexOf(this.texts[field]) + by];
      if (steps && name) return { [field]: name, ...opens[name] };
    }
    return undefined;
  }
}
