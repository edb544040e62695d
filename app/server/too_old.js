// Where the live page cannot start, the plain one stays and is told so at once; in place of the talk a
// few words are shown. It stands in the page itself and is written for browsers of any age.
(function () {
  /** @param {string} sign on the page's first element, for `plain.css` and `handover.js` */
  function alone(sign) {
    document.documentElement.setAttribute(sign, "");
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", show);
    else show();
  }
  function show() {
    /** @type {any} */
    var kept = document.getElementById("kept");
    if (kept && !document.querySelector(".bare")) kept.parentNode.insertBefore(kept.content.cloneNode(true), kept);
  }
  try {
    new RegExp("a", "v"); // Streamlit's own script has such an expression, and stops there
  } catch (error) {
    alone("data-old");
  }
  addEventListener("error", function (event) {
    /** @type {any} */
    var target = event.target;
    var script = target === window || target.tagName === "SCRIPT";
    var root = document.getElementById("root");
    if (script && !(root && root.firstChild)) alone("data-failed");
  }, true);
})();
