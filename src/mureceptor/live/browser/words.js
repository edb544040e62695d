// What is read: the sentence with its coloured words, the table, the file.

const MARK = /:(\w+)\[([^\]]*)\]/g;

export const plain = (sentence) => sentence.replace(MARK, "$2");

export function showSentence(element, sentence) {
  if (element.dataset.sentence === sentence) return;
  element.dataset.sentence = sentence;
  const parts = [];
  let at = 0;
  for (const match of sentence.matchAll(MARK)) {
    parts.push(sentence.slice(at, match.index));
    const word = document.createElement("b");
    word.className = `ink-${match[1]}`;
    word.textContent = match[2];
    parts.push(word);
    at = match.index + match[0].length;
  }
  parts.push(sentence.slice(at));
  element.replaceChildren(...parts);
}

export function showTable(element, { columns, rows }) {
  const row = (cells, tag) => {
    const tr = document.createElement("tr");
    tr.append(...cells.map((text) => Object.assign(document.createElement(tag), { textContent: text })));
    return tr;
  };
  const head = document.createElement("thead");
  const headings = row(columns, "th");
  headings.querySelectorAll("th").forEach((th) => th.setAttribute("scope", "col"));
  head.append(headings);
  const body = document.createElement("tbody");
  body.append(...rows.map((cells) => row(cells, "td")));
  element.replaceChildren(head, body);
}

const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

// Every named line as it is drawn, one row a point, under a header that says what it is.
export function saveCsv(data, sweep, texts) {
  if (!sweep) return;
  const lines = [
    [data.title],
    [`What it rests on: ${data.tag[1]}`, data.note],
    [plain(sweep.document.sentence)],
    [data.caution],
    [location.href],
    [],
    ["line", "x", "y", "unit of y"],
  ].filter((cells) => cells[0] !== "");
  for (const { data: traces } of Object.values(sweep.document.panels)) {
    for (const trace of traces.filter(({ name }) => name)) {
      Array.from(trace.x).forEach((x, i) => {
        const y = trace.y[i];
        lines.push([trace.name, number(x), number(y), trace.unit ?? ""]);
      });
    }
  }
  const text = lines.map((cells) => cells.map((c) => quoted(String(c))).join(",")).join("\r\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }));
  link.download = `${data.view}-${Object.values(texts).join("-")}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

const number = (value) => (typeof value === "number" ? Number(value.toPrecision(4)) : value);
