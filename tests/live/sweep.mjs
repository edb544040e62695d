// Reads a packed figure with the app's own script and writes what it shows at some steps, as JSON.
// Called with the module, the answer's bytes, and a JSON list of [steps, moved] (moved null: all).
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [module, answer, moves] = process.argv.slice(2);
const { Sweep } = await import(pathToFileURL(module));
const { buffer, byteOffset, length } = readFileSync(answer);
const sweep = new Sweep(buffer.slice(byteOffset, byteOffset + length));

// JSON has neither typed arrays nor NaN.
const plain = (_, value) => {
  if (ArrayBuffer.isView(value)) return Array.from(value);
  return Number.isNaN(value) ? null : value;
};
const shown = JSON.parse(moves).map(([steps, moved]) => {
  sweep.moveTo(steps, moved ?? undefined);
  return JSON.stringify(sweep.document, plain);
});
process.stdout.write(`[${shown.join(",")}]`);
