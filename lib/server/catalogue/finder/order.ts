/** What a game is ordered by: smaller keys come first, of equal keys the smaller ordinal. */
export type KeyOf = (ordinal: number) => number | string;

/** Games by their keys. */
export type Order = { ordinals: Int32Array; keyOf: KeyOf };

function compareKeys(one: number | string, other: number | string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function comparator(keyOf: KeyOf) {
  return (one: number, other: number) => compareKeys(keyOf(one), keyOf(other)) || one - other;
}

/** Puts games in order. */
export function createOrder(ordinals: Iterable<number>, keyOf: KeyOf): Order {
  return { ordinals: Int32Array.from(ordinals).sort(comparator(keyOf)), keyOf };
}

/** The order with some games taken out and others, or the same with other keys, put in: one pass over the rest. */
export function patchOrder(order: Order, changed: ReadonlySet<number>, present: Iterable<number>): Order {
  const compare = comparator(order.keyOf);
  const added = Int32Array.from(present).sort(compare);
  const kept = order.ordinals.filter((ordinal) => !changed.has(ordinal));
  const merged = new Int32Array(kept.length + added.length);
  let from = 0;
  let place = 0;
  for (const ordinal of added) {
    for (; from < kept.length && compare(kept[from] ?? 0, ordinal) < 0; from += 1) merged[place++] = kept[from] ?? 0;
    merged[place++] = ordinal;
  }
  merged.set(kept.subarray(from), place);
  return { ordinals: merged, keyOf: order.keyOf };
}

/** The place of the first game after a key and an ordinal, whether or not a game stands right there. */
export function seekAfter({ ordinals, keyOf }: Order, key: number | string, ordinal: number): number {
  let low = 0;
  let high = ordinals.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = ordinals[middle] ?? 0;
    const isAfter = (compareKeys(keyOf(at), key) || at - ordinal) > 0;
    if (isAfter) high = middle;
    else low = middle + 1;
  }
  return low;
}
