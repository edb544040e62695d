// What a visit asks for beyond the page itself comes once the page has been painted. It stands in the
// page itself and is written for browsers of any age.
(function () {
  /** @type {any} */
  var later = document.getElementById("later");
  function come() {
    if (!later.parentNode) return;
    document.head.appendChild(document.importNode(later.content, true));
    later.parentNode.removeChild(later);
  }
  // What is pressed before any script can answer is remembered, for `handover.js`.
  document.addEventListener("click", function (event) {
    /** @type {any} */
    var target = event.target;
    var button = target.closest && target.closest("#plain:not([data-heard]) button");
    if (button) button.setAttribute("data-pressed", "");
  }, true);
  requestAnimationFrame(function () { setTimeout(come, 0); });
  setTimeout(come, 300); // a page in the background is not painted
})();
