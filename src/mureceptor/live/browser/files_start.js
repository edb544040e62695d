// The one script that a page of files loads (`app/files.py`). From a file a browser runs no module that
// is a file too; so the modules stand in here, by name, and begin with the one that the page names. Where
// they import each other a map of imports finds them.
(() => {
  /** @type {{modules: Record<string, string>, figures: string[]}} */
  const { modules, figures } = JSON.parse("CONTENT");
  const { currentScript, head, documentElement } = document;
  if (!HTMLScriptElement.supports?.("importmap") || !("DecompressionStream" in window)) {
    documentElement.dataset.old = ""; // the page says so
    return;
  }
  documentElement.dataset.figures = figures.join(" ");
  /** @param {string} type @param {string} textContent */
  const run = (type, textContent) => head.append(Object.assign(document.createElement("script"), { type, textContent }));
  const imports = Object.fromEntries(Object.entries(modules).map(([name, code]) =>
    [name, `data:text/javascript;charset=utf-8,${encodeURIComponent(code)}`]));
  run("importmap", JSON.stringify({ imports }));
  run("module", `import "${currentScript?.dataset.start}";`);
})();
