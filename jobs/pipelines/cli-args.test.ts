import { describe, expect, it } from "vitest";
import { parseJobArgs, UsageError } from "./cli-args";
import { toErrorText } from "./error-text";

describe("the command line", () => {
  it("names a pipeline, a day and a game", () => {
    expect(parseJobArgs(["etl"])).toEqual({ pipeline: "etl" });
    expect(parseJobArgs(["train", "--date", "2026-02-28", "--game=iron-tide"])).toEqual({
      pipeline: "train",
      date: "2026-02-28",
      gameSlug: "iron-tide",
    });
    expect(parseJobArgs(["--help"])).toBeNull();
  });

  it.each([
    [[], "which pipeline?"],
    [["deploy"], 'there is no pipeline "deploy"'],
    [["etl", "train"], '"train" is one word too many'],
    [["etl", "--date", "2026-02-30"], '"2026-02-30" is not a calendar day'],
    [["etl", "--date"], "Option '--date <value>' argument missing"],
    [["etl", "--game", "'; drop table games"], "is not a game's slug"],
    [["etl", "--force"], "Unknown option '--force'"],
  ])("refuses %j in one line that says how it is used", (args, message) => {
    const parse = () => parseJobArgs(args);
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(message);
    expect(parse).toThrow(/^[^\n]*usage: npm run job -- <etl\|train\|forecast>[^\n]*$/);
  });
});

describe("the text of an error", () => {
  it.each([
    [
      new Error("\nInvalid `db.x()` invocation:\n\n\nCan't reach database server at h:1\n"),
      "Can't reach database server at h:1",
    ],
    [new AggregateError([new Error("connect ECONNREFUSED 127.0.0.1:1")], ""), "connect ECONNREFUSED 127.0.0.1:1"],
    [new Error("", { cause: new Error("the reason") }), "the reason"],
    ["just a text", "just a text"],
    [new Error("x".repeat(5000)), "x".repeat(2000)],
  ])("is its one telling line", (error, text) => {
    expect(toErrorText(error)).toBe(text);
  });
});
