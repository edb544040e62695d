// What this browser keeps for the page; nobody else sees it. Where a reader lets pages keep nothing,
// nothing is kept and nothing breaks.

/** @param {"localStorage" | "sessionStorage"} storage @param {string} key */
export function read(storage, key) {
  try {
    return window[storage].getItem(key);
  } catch {
    return null;
  }
}

/**
 * Returns whether it is kept.
 * @param {"localStorage" | "sessionStorage"} storage @param {string} key @param {string} value
 */
export function write(storage, key, value) {
  try {
    window[storage].setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
