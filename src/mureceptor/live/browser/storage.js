// What this browser keeps for the page; nobody else sees it. Where a reader lets pages keep nothing,
// nothing is kept and nothing breaks.

export function read(storage, key) {
  try {
    return window[storage].getItem(key);
  } catch {
    return null;
  }
}

// Returns whether it is kept.
export function write(storage, key, value) {
  try {
    window[storage].setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
