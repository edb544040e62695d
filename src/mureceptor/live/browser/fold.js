// What is folded: it opens for whoever comes by a link to something in it, and for paper.

export function unfold(element) {
  for (let fold = element?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
}

addEventListener("click", ({ target }) => {
  const name = target.closest?.('#root a[href^="#"]')?.getAttribute("href").slice(1);
  if (!name) return;
  const part = document.getElementById(name);
  if (part) unfold(part);
  else location.assign(`${location.pathname}#${name}`); // a filter hides it: the whole page has it
}, true);

let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("#root details:not([open], :has(> .words))")];
  for (const fold of opened) fold.open = true;
});
addEventListener("afterprint", () => {
  for (const fold of opened) fold.open = false;
});
