// What test_access.py reads off a page; an expression, evaluated there.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const html = (element) => element.outerHTML.slice(0, 160);
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  // --- Keys ----------------------------------------------------------------------------------

  // How many parts the tab key must reach: of a group of radio buttons one, arrows go on from it.
  const reachable = () => {
    const groups = new Set();
    return all('a[href], button, input, [tabindex="0"]')
      .filter((part) => part.checkVisibility({ visibilityProperty: true }) && !part.disabled)
      .filter((part) => !part.closest("[inert]") && part.tabIndex >= 0)
      // Streamlit's pills are one stop, and arrows go on inside.
      .filter((part) => !part.matches('[data-testid="stButtonGroup"] button:not(:first-of-type)'))
      .filter(({ type, name }) => type !== "radio" || (!groups.has(name) && groups.add(name))).length;
  };

  // Where the focus is, whether it shows, and whether it was there before.
  const focus = () => {
    const part = document.activeElement;
    if (part === document.body) return null;
    const marked = part.type !== "range" ? part
      : part.parentElement.querySelector(".live-thumb") ?? part.closest(".live-figure").querySelector(".live-handle");
    const { outlineStyle, outlineWidth } = getComputedStyle(marked);
    const seen = outlineStyle === "auto" || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
    const known = Boolean(part.met);
    part.met = true;
    return { known, seen, what: html(part) };
  };

  // --- Colours -------------------------------------------------------------------------------

  const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], below) => [...[r, g, b].map((part, i) => part * a + below[i] * (1 - a)), 1];
  const ground = (element) => {
    if (!element) return [255, 255, 255, 1];
    const drawn = element instanceof SVGElement;
    const own = drawn ? [0, 0, 0, 0] : rgba(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, ground(element.parentElement));
  };
  const luminance = ([r, g, b]) => [r, g, b]
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (colour, behind) => {
    const [a, b] = [luminance(over(rgba(colour), behind)), luminance(behind)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  // The least contrast among these elements, and which one has it.
  const least = (elements, colour, behind = ground) => elements.filter(shown)
    .map((element) => [contrast(colour(element), behind(element)), html(element)])
    .sort(([a], [b]) => a - b)[0] ?? [21, ""];
  const hasText = ({ childNodes }) =>
    [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
  const ink = (element) => getComputedStyle(element)[element instanceof SVGElement ? "fill" : "color"];
  const colours = () => ({
    // Words inside a bar lie on the bar's colour, not on the page's; tests/test_look.py has that pair.
    text: least(all(".stApp *").filter(hasText).filter((part) => !part.closest(".bars, .barlayer")), ink),
    line: least(all(".scatterlayer .js-line").filter(({ style }) => parseFloat(style.strokeWidth) > 1.5),
      ({ style }) => style.stroke),
    control: least(all(".live-thumb"), (thumb) => getComputedStyle(thumb).backgroundColor,
      (thumb) => ground(thumb.parentElement)),
  });

  // --- Room ----------------------------------------------------------------------------------

  // How far the page scrolls sideways, and what sticks out though no box of its own scrolls it.
  const lost = () => {
    const main = document.querySelector('[data-testid="stMain"]');
    const out = all(".stHtml *, .live-figure *", main).filter((element) => {
      if (!shown(element) || element.closest(".live-table-box, .katex-display, .unseen, svg")) return false;
      const { left, right, width } = element.getBoundingClientRect();
      return width && (left < -1 || right > innerWidth + 1);
    });
    return [main.scrollWidth - main.clientWidth, out.map(html)];
  };

  return { reachable, focus, colours, lost };
})()
