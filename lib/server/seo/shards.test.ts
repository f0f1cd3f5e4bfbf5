import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { toIdRange, toShards } from "./shards";

const holds = (shard: string, id: string) => {
  const { from, through } = toIdRange(shard);
  return from <= id && id <= through;
};

describe("toShards", () => {
  it("is one while a file has room for all, and more by a digit at a time", () => {
    expect(toShards(0)).toEqual([""]);
    expect(toShards(10_000)).toEqual([""]);
    expect(toShards(10_001)).toHaveLength(16);
    expect(toShards(100_000)).toHaveLength(16);
    expect(toShards(1_000_000)).toHaveLength(256);
  });

  it("ends somewhere, however many rows there are", () => {
    expect(toShards(Number.MAX_SAFE_INTEGER)).toHaveLength(16 ** 3);
  });

  it.each([10, 100_000, 1_000_000])("puts each of %d rows into exactly one file, with room to spare", (rows) => {
    const shards = toShards(rows);
    for (let made = 0; made < 200; made += 1) {
      const id = randomUUID();
      expect(shards.filter((shard) => holds(shard, id))).toEqual([id.slice(0, shards[0]?.length)]);
    }
    expect((2 * rows) / shards.length).toBeLessThan(25_000);
  });
});

describe("toIdRange", () => {
  it("spans every id that begins with the digits", () => {
    expect(toIdRange("a3")).toEqual({
      from: "a3000000-0000-0000-0000-000000000000",
      through: "a3ffffff-ffff-ffff-ffff-ffffffffffff",
    });
    expect(toIdRange("")).toEqual({
      from: "00000000-0000-0000-0000-000000000000",
      through: "ffffffff-ffff-ffff-ffff-ffffffffffff",
    });
  });
});
