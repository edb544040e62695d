// The talk as a file: all its windows, each at the scene and in the state that the address names.
import { the } from "./element.js";
import { asked, inFiles } from "./files.js";
import { mount } from "./stage.js";

/** @import {TalkData} from "../contract.js" */

const APART = "No room follows this window yet: S opens one. Safari may keep windows of files apart; Chromium and Firefox do not.";
const query = new URLSearchParams(location.search);
/** @type {TalkData} */
const talk = JSON.parse(the("#talk").textContent);
const named = Number(query.get("scene") ?? 1);
const window = query.get("view") ?? "audience";
for (const scene of talk.scenes) scene.chart = await inFiles(scene.chart);
if (talk.scenes[named - 1]) {
  talk.number = named;
  const { chart } = talk.scenes[named - 1];
  const { texts, why } = asked(chart, query);
  Object.assign(chart.texts, texts);
  talk.notice = why;
} else talk.notice = `This talk has scenes 1 to ${talk.scenes.length}, so it starts at the first.`;
// Said until the other window is met.
if (window === "speaker" && location.protocol === "file:") talk.notice ||= APART;
if (["audience", "speaker", "list"].includes(window)) talk.window = window;
if (window === "list") talk.scenes.forEach(({ chart }) => { chart.forms = chart.forms.slice(0, 1); }); // the narrow one

const show = () => mount({ data: [talk], parentElement: the("#talk-here") });
show();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
