// What is moved and chosen: one range for each control, one set of radio buttons for each choice.
import { make } from "./element.js";

/** @import {ChoiceData, ControlData, Texts} from "../contract.js" */

/**
 * A control "on the axis" moves along the x axis, right under it, and its value stands there. Any
 * other stands "apart", below its name, or is the "handle" at the plot's edge, which it moves up and
 * down: then its range is no part of its `box`, but stands `upright` beside the plot.
 * @param {ControlData} control @param {string} id of its figure @param {(step: number) => void} moved
 */
export function makeControl({ field, label: name, note, help, unit, values, stands }, id, moved) {
  const range = make("input", {
    type: "range", id: `${id}-${field}`, "data-field": field, min: 0, max: values.length - 1, step: 1, title: help,
    oninput: () => moved(Number(range.value)),
  });
  const isHandle = stands === "handle";
  if (isHandle) range.setAttribute("aria-orientation", "vertical"); // every arrow key moves it
  // To a listener the range itself says the value: an output would say it again at each step. The
  // sentence is said once the range rests.
  const output = stands === "axis" ? undefined : make("output", { ariaHidden: "true" });
  const track = isHandle ? make("div", { className: "live-upright" }, range)
    : make("div", { className: "live-track" }, make("div", { className: "live-thumb" }), range);
  const label = make("label", { htmlFor: range.id }, make("b", {}, name), output ?? "", make("span", {}, note));
  const parts = { axis: [track, label], apart: [label, track], handle: [label] }[stands];
  const box = make("div", { className: `live-control live-${isHandle ? "held" : stands}`, "data-live": field }, ...parts);
  return {
    box,
    upright: isHandle ? [track] : [],
    /** @param {string[]} unused */
    use(unused) {
      box.hidden = unused.includes(field);
    },
    /** Stand at a step; returns which share of the range lies before it. @param {number} step */
    place(step) {
      const value = values[step];
      if (output) output.textContent = Number(value).toLocaleString("en", { maximumSignificantDigits: 6 });
      range.setAttribute("aria-valuetext", `${value} ${unit}`.trim());
      range.value = String(step);
      const share = String(step / Number(range.max));
      box.style.setProperty("--share", share);
      return share;
    },
  };
}

/**
 * @param {ChoiceData} choice @param {string} className @param {string} id of its figure
 * @param {(texts: Texts) => void} chosen
 */
export function makeChoice({ field, label, options, opens }, className, id, chosen) {
  return make("fieldset", { className }, make("legend", {}, label),
    ...Object.entries(options).map(([option, words]) => make("label", {}, make("input", {
      type: "radio", name: `${id}-${field}`, value: option, "data-field": field,
      onchange: () => chosen({ [field]: option, ...opens[option] }),
    }), make("span", {}, words))));
}
