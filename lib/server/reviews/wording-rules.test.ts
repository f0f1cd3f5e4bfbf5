import { describe, expect, it } from "vitest";
import { findBrokenRule, foldWords } from "./wording-rules";

describe("the rules for wordings", () => {
  it.each([
    ["Get it at https://cheap-keys.example/deal", "links"],
    ["see WWW.Example.org for more", "links"],
    ["keys4free.com has it cheaper", "links"],
    ["This is great!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!", "repeats"],
    [Array.from({ length: 20 }, () => "buy it").join(" "), null],
    [Array.from({ length: 20 }, () => "gold").join(" "), "repeats"],
    [Array.from({ length: 6 }, () => "The same line.").join("\n"), "repeats"],
    ["Only a tr4nny would like it", "slurs"],
    ["Qué maricón el que lo hizo", "slurs"],
    ["MARICO\u0301N el que lo hizo", "slurs"],
  ])("%j breaks %s", (text, rule) => {
    expect(findBrokenRule(text)).toBe(rule);
  });

  it.each([
    "A solid fire-retardant suit is the best item of the game.",
    "I finished it at 3.5 hours. Then I started again... and again.",
    "Great game. Runs at 60 fps on my old laptop, 4K too.",
    "really really really good, and that is all that I can say about the story of this game",
    "<b>bold</b> and ~ signs & such",
  ])("lets %j pass", (text) => {
    expect(findBrokenRule(text)).toBeNull();
  });

  it("folds accents, capitals and signs that stand in for letters", () => {
    expect(["MARICÓN", "m4r1c0n", "M@RIC0N"].map(foldWords)).toEqual(["maricon", "maricon", "maricon"]);
  });

  it("looks at the longest review in a moment", () => {
    const start = performance.now();
    for (const text of ["a".repeat(8000), "a b ".repeat(2000), "a.".repeat(4000), "-".repeat(8000)])
      findBrokenRule(text);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
