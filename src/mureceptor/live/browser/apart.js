// Where there is little room, only a figure's first control and its question stand in sight.

/** What else can be set. @param {Element} root */
export const apart = (root) =>
  [...root.querySelectorAll(".live-control:not(:first-child), .live-choice:not(:has([data-field=answer]))")];
