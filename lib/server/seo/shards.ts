/** A part of a table by its random UUIDs: those that begin with the hexadecimal digits; all of them where there are none. */
export type Shard = string;

/** Rows of a shard, so that a file of two addresses a row stays far below the 50,000 that a sitemap may have. */
const MAX_ROWS = 10_000;

const HEX = [..."0123456789abcdef"];

/** Digits that a shard may have: more would be files with hardly a row in them. */
const MAX_DIGITS = 3;

/** The shards of a table of so many rows, in the order of their ids. A row stays in its shard while others come and go. */
export function toShards(rowCount: number, digits = 0): Shard[] {
  if (digits < MAX_DIGITS && rowCount / HEX.length ** digits > MAX_ROWS) return toShards(rowCount, digits + 1);
  let shards: Shard[] = [""];
  for (let digit = 0; digit < digits; digit += 1) shards = shards.flatMap((start) => HEX.map((hex) => start + hex));
  return shards;
}

/** The least and the greatest id of a shard. */
export function toIdRange(shard: Shard): { from: string; through: string } {
  const toUuid = (filler: string) =>
    shard.padEnd(32, filler).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { from: toUuid("0"), through: toUuid("f") };
}
