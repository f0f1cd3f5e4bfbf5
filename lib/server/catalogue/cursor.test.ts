import { describe, expect, it } from "vitest";
import { decodeCursor, decodeNumberedCursor, encodeCursor, toScope } from "./cursor";

const scope = toScope(["title", "q", undefined]);
const position = { key: 'émile\'s "quest" 冒険', id: "8f14e45f-ceea-467f-a0e6-b2e5c5a1c001", atMs: 1_770_000_000_000 };

function seal(payload: unknown): string {
  return Buffer.from(JSON.stringify(payload)).toString("base64url");
}

describe("cursor", () => {
  it("gives back the position it was made of, and is safe in a URL", () => {
    const cursor = encodeCursor(position, scope);
    expect(decodeCursor(cursor, scope, "string")).toEqual(position);
    expect(encodeURIComponent(cursor)).toBe(cursor);
  });

  it("keeps apart lists whose ids are numbers", () => {
    const numbered = { ...position, id: 7 };
    const cursor = encodeCursor(numbered, scope);
    expect(decodeNumberedCursor(cursor, scope, "string")).toEqual(numbered);
    expect(() => decodeNumberedCursor(encodeCursor(position, scope), scope, "string")).toThrow(/errors.pageGone/);
    for (const i of [-1, 1.5, 2 ** 31, "7"]) {
      expect(() => decodeNumberedCursor(seal({ s: scope, k: "a", i, t: 1 }), scope, "string")).toThrow(
        /errors.pageGone/,
      );
    }
  });

  it("fits the query's limit for the longest key", () => {
    expect(encodeCursor({ ...position, key: "😀".repeat(100) }, scope).length).toBeLessThanOrEqual(1000);
  });

  it("belongs to one order and one set of filters", () => {
    expect(toScope(["popular", undefined, "rpg"])).not.toBe(toScope(["popular", "rpg", undefined]));
    const foreign = encodeCursor(position, toScope(["newest", "q", undefined]));
    expect(() => decodeCursor(foreign, scope, "string")).toThrow(/errors.pageGone/);
  });

  it.each([
    ["nothing", ""],
    ["noise", "!!!"],
    ["no JSON", Buffer.from("{").toString("base64url")],
    ["another shape", seal({ s: scope })],
    ["a key of the wrong type", seal({ s: scope, k: 7, i: position.id, t: 1 })],
    ["a broken id", seal({ s: scope, k: "a", i: "x' OR 1=1", t: 1 })],
    ["a number for an id", seal({ s: scope, k: "a", i: 7, t: 1 })],
    ["a NUL", seal({ s: scope, k: "a\0", i: position.id, t: 1 })],
    ["a moment out of range", seal({ s: scope, k: "a", i: position.id, t: 1e18 })],
    ["null", seal(null)],
  ])("refuses %s as invalid input", (_name, cursor) => {
    expect(() => decodeCursor(cursor, scope, "string")).toThrow(
      expect.objectContaining({ code: "invalid_input", fields: { cursor: expect.any(String) } }),
    );
  });
});
