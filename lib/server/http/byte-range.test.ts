import { describe, expect, it } from "vitest";
import { parseByteRange } from "./byte-range";

describe("parseByteRange", () => {
  it.each([
    ["bytes=0-", { start: 0, end: null }],
    ["bytes=2-5", { start: 2, end: 5 }],
    ["bytes=7-7", { start: 7, end: 7 }],
    ["bytes=-500", { last: 500 }],
  ])("reads %s", (header, range) => expect(parseByteRange(header)).toEqual(range));

  it.each([
    null,
    "",
    "bytes=",
    "bytes=-",
    "bytes=5-2",
    "bytes=0-1,4-5",
    "items=0-1",
    "bytes=a-b",
    "bytes=0x1-",
    "bytes=1.5-2",
  ])("ignores %s", (header) => expect(parseByteRange(header)).toBeNull());
});
