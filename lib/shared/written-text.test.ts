import { describe, expect, it } from "vitest";
import { countCharacters, tidyText, writtenTextSchema } from "./written-text";

describe("a text that people write", () => {
  it.each([
    ["  padded \n", "padded"],
    ["one\r\ntwo\rthree\u2028four\vfive", "one\ntwo\nthree\nfour\nfive"],
    ["far\n\n\n\n\n apart", "far\n\n apart"],
    ["ends   \nwith spaces\t", "ends\nwith spaces"],
    ["e\u0301", "\u00e9"],
    ["a\u202Egnp.exe\u202C b\u2066c\u2069", "agnp.exe bc"],
    ["lone \ud83d half", "lone \ufffd half"],
  ])("%j is kept as %j", (text, kept) => {
    expect(tidyText(text)).toBe(kept);
  });

  it.each(["שלום, משחק מצוין", "مرحبا \u200Fلعبة", "👩‍👩‍👧‍👦 family", "<script>alert(1)</script>", "x\u0301\u0302"])(
    "leaves %j as it is, but composed",
    (text) => expect(tidyText(text)).toBe(text.normalize("NFC")),
  );

  it("is tidied in a moment, whatever it holds", () => {
    const nasty = [`${" ".repeat(60_000)}x`, "\n \n".repeat(20_000), "e\u0301".repeat(30_000), "\u202E".repeat(60_000)];
    const start = performance.now();
    for (const text of nasty) tidyText(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("the length of a text", () => {
  const schema = writtenTextSchema({ min: 3, max: 5 });
  const check = (text: string) => schema.safeParse(text).success;

  it("counts characters, not halves of emoji", () => {
    expect(countCharacters("🎮🎮")).toBe(2);
    expect([check("🎮🎮🎮🎮🎮"), check("🎮🎮🎮🎮🎮🎮")]).toEqual([true, false]);
  });

  it("does not count what cannot be seen towards the fewest", () => {
    expect(check("a \u200B b")).toBe(false);
    expect(check("a\u200B\u2060\u00ADb")).toBe(false);
    expect(check("a b c")).toBe(true);
  });

  it.each(["ab\u0000c", "ab\u0007c", "ab\u001bc", "ab\u0085\u0090c"])(
    "refuses the control characters of %j",
    (text) => {
      expect(check(text)).toBe(false);
    },
  );

  it("takes tabs and lines", () => {
    expect(schema.parse("a\tb\nc")).toBe("a\tb\nc");
  });
});
