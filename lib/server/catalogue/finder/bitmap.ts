/** A set of small whole numbers, a bit each. Sets that are combined have one length. */
export type Bitmap = Uint32Array;

/** The empty set of numbers below `capacity`. */
export function createBitmap(capacity: number): Bitmap {
  return new Uint32Array((capacity + 31) >>> 5);
}

export function addBit(bitmap: Bitmap, at: number): void {
  bitmap[at >>> 5] = (bitmap[at >>> 5] ?? 0) | (1 << (at & 31));
}

export function removeBit(bitmap: Bitmap, at: number): void {
  bitmap[at >>> 5] = (bitmap[at >>> 5] ?? 0) & ~(1 << (at & 31));
}

export function hasBit(bitmap: Bitmap, at: number): boolean {
  return (((bitmap[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;
}

/** Keeps in `target` what `other` holds too. */
export function intersect(target: Bitmap, other: Bitmap): void {
  for (let word = 0; word < target.length; word += 1) target[word] = (target[word] ?? 0) & (other[word] ?? 0);
}

/** Adds to `target` what `other` holds. */
export function unite(target: Bitmap, other: Bitmap): void {
  for (let word = 0; word < target.length; word += 1) target[word] = (target[word] ?? 0) | (other[word] ?? 0);
}

function countOnes(word: number): number {
  let ones = word - ((word >>> 1) & 0x55555555);
  ones = (ones & 0x33333333) + ((ones >>> 2) & 0x33333333);
  return Math.imul((ones + (ones >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many numbers both hold. */
export function countCommon(one: Bitmap, other: Bitmap): number {
  let count = 0;
  for (let word = 0; word < one.length; word += 1) count += countOnes((one[word] ?? 0) & (other[word] ?? 0));
  return count;
}

/** Calls back with each number of the set, the smallest first. */
export function forEachBit(bitmap: Bitmap, visit: (at: number) => void): void {
  for (let word = 0; word < bitmap.length; word += 1) {
    let rest = bitmap[word] ?? 0;
    while (rest !== 0) {
      const lowest = rest & -rest;
      visit(word * 32 + 31 - Math.clz32(lowest));
      rest ^= lowest;
    }
  }
}
