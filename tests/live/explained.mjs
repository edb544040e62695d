// Parts texts at their hard words with the app's own script and writes the parts, as JSON.
// Called with the module; standard input is a JSON object of the words and a list of texts.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { pieces } = await import(pathToFileURL(process.argv[2]));
const { words, texts } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map((text) => pieces(text, words, new Set()))));
