// The marks of a figure that have area on screen; an expression, evaluated there: a function of the
// figure's element. A mark is a line, an area, a point, a bar, a text, an arm of an error bar,
// a shape, an annotation, an image, a tick. Each tells its panel, its kind,
// whose it is (the trace's name, or its place), its colours, its words, and its box in the panel.
((figure) => {
  const KINDS = {
    line: ".scatterlayer .js-line",
    area: ".scatterlayer .js-fill",
    point: ".scatterlayer .point",
    text: ".scatterlayer .textpoint text",
    arm: ".errorbar path",
    bar: ".barlayer .point path",
    "bar text": ".barlayer .bartext",
    shape: ".shapelayer path",
    annotation: ".annotation",
    image: ".layer-below .imagelayer image, .imagelayer-above image",
    tick: ".xtick text, .ytick text, .x2tick text, .y2tick text",
    title: ".g-xtitle text, .g-ytitle text",
  };
  const inkOf = (element) => {
    const { fill, stroke, fillOpacity, strokeOpacity } = getComputedStyle(element);
    return `${fill} ${fillOpacity}, ${stroke} ${strokeOpacity}`;
  };
  const seen = (element) => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    if (!width && !height) return false;
    if (!element.matches("path")) return true;
    const { fill, stroke, fillOpacity, strokeOpacity, strokeWidth } = getComputedStyle(element);
    const shown = (colour, opacity) => colour !== "none" && Number(opacity) > 0 && !/, 0\)$/.test(colour);
    return shown(fill, fillOpacity) || (shown(stroke, strokeOpacity) && parseFloat(strokeWidth) > 0);
  };
  return [...figure.querySelectorAll(".live-plot")].flatMap((plot, at) => {
    const within = plot.getBoundingClientRect();
    return Object.entries(KINDS).flatMap(([kind, selector]) =>
      [...plot.querySelectorAll(selector)].filter(seen).map((element) => {
        const box = element.getBoundingClientRect();
        const datum = element.closest(".trace")?.__data__;
        const trace = datum?.[0]?.trace ?? datum?.trace;
        return {
          panel: at ? "beside" : "main",
          kind,
          whose: trace ? trace.name ?? `trace ${trace.index}` : "",
          ink: inkOf(element),
          words: element.matches("path, image") ? "" : element.textContent,
          box: [box.left - within.left, box.top - within.top, box.width, box.height].map(Math.round),
        };
      }));
  });
})
