// What Streamlit mounts: it calls for each mount, each new data and each theme switch. One thing an
// element lives on between the calls, so that what is drawn survives them all.

/**
 * `make` is called with the element and the data, and returns what can `recolour` and `close`.
 * @template Data
 * @param {(element: Element, data: Data) => {recolour: () => void, close: () => void}} make
 */
export function mounts(make) {
  const living = new WeakMap();
  /** @param {{data: [Data], parentElement: Element}} mounted */
  return ({ data: [data], parentElement }) => {
    if (!living.has(parentElement)) living.set(parentElement, { thing: make(parentElement, data), calls: 0 });
    const here = living.get(parentElement);
    here.calls += 1;
    const call = here.calls;
    here.thing.recolour();
    return () => {
      // Streamlit also cleans up after a call that a newer one overtook while the code was fetched.
      if (call !== here.calls) return;
      here.thing.close();
      living.delete(parentElement);
    };
  };
}
