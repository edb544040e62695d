// Shows the plain page where the live one cannot start. It stands in the page itself and is written
// for browsers of any age.
(function () {
  function show() {
    /** @type {any} */
    var kept = document.getElementById("kept");
    if (!document.getElementById("plain")) {
      kept.parentNode.insertBefore(kept.content.cloneNode(true), kept);
    }
  }
  function plain() {
    if (document.getElementById("kept")) show();
    else addEventListener("DOMContentLoaded", show);
  }
  try {
    new RegExp("a", "v"); // Streamlit's own script has such an expression, and stops there
  } catch (error) {
    plain();
  }
  addEventListener("error", function (event) {
    /** @type {any} */
    var target = event.target;
    var script = target === window || target.tagName === "SCRIPT";
    var root = document.getElementById("root");
    if (script && !(root && root.firstChild)) plain();
  }, true);
})();
