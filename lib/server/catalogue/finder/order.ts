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

/** So few games are looked for one by one: that takes a thirtieth of the time of a test of each game. */
const FEW_CHANGES = 64;

function without(ordinals: Int32Array, changed: ReadonlySet<number>): Int32Array {
  if (changed.size > FEW_CHANGES) return ordinals.filter((ordinal) => !changed.has(ordinal));
  const gaps = [...changed].map((ordinal) => ordinals.indexOf(ordinal)).filter((place) => place >= 0);
  const kept = new Int32Array(ordinals.length - gaps.length);
  let from = 0;
  let place = 0;
  for (const gap of gaps.sort((one, other) => one - other)) {
    kept.set(ordinals.subarray(from, gap), place);
    place += gap - from;
    from = gap + 1;
  }
  kept.set(ordinals.subarray(from), place);
  return kept;
}

/**
 * The order with some games taken out and others, or the same with other keys, put in. Their places are looked up: a
 * change in a large catalogue must not look at each of its games for every order.
 */
export function patchOrder({ ordinals, keyOf }: Order, changed: ReadonlySet<number>, present: Iterable<number>): Order {
  const added = Int32Array.from(present).sort(comparator(keyOf));
  const kept = without(ordinals, changed);
  const merged = new Int32Array(kept.length + added.length);
  let from = 0;
  let place = 0;
  for (const ordinal of added) {
    const until = seekAfter({ ordinals: kept, keyOf }, keyOf(ordinal), ordinal);
    merged.set(kept.subarray(from, until), place);
    place += until - from;
    merged[place++] = ordinal;
    from = until;
  }
  merged.set(kept.subarray(from), place);
  return { ordinals: merged, keyOf };
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
