import { describe, expect, it } from "vitest";
import { toErrorText } from "@/jobs/pipelines/error-text";
import { type JobCommand, parseJobArgs } from "./job-args";
import { UsageError } from "./usage-error";

const RUN = "0f3b12aa";

describe("the command line", () => {
  it.each<[string, JobCommand]>([
    ["etl", { command: "start", input: { pipeline: "etl" }, isDetached: false }],
    [
      "train --date 2026-02-28 --game=iron-tide --game saga",
      {
        command: "start",
        input: { pipeline: "train", date: "2026-02-28", gameSlugs: ["iron-tide", "saga"] },
        isDetached: false,
      },
    ],
    [
      "forecast --force --wait --detach",
      { command: "start", input: { pipeline: "forecast", isForced: true, ifBusy: "wait" }, isDetached: true },
    ],
    [
      "backfill etl --from 2026-02-27 --to 2026-03-02 --force",
      { command: "backfill", input: { pipeline: "etl", from: "2026-02-27", to: "2026-03-02", isForced: true } },
    ],
    ["runs", { command: "runs", pipeline: undefined }],
    ["runs train", { command: "runs", pipeline: "train" }],
    [`show ${RUN}`, { command: "show", run: RUN }],
    [`cancel ${RUN}`, { command: "cancel", run: RUN }],
    [`retry ${RUN}`, { command: "retry", run: RUN, from: undefined }],
    [`retry ${RUN} --from files`, { command: "retry", run: RUN, from: "files" }],
    ["pause etl", { command: "pause", pipeline: "etl" }],
    ["resume etl", { command: "resume", pipeline: "etl" }],
    ["dead", { command: "dead", isCleared: false }],
    ["dead --clear", { command: "dead", isCleared: true }],
    ["etl --help", { command: "help" }],
  ])("understands %s", (line, command) => {
    expect(parseJobArgs(line.split(" "))).toEqual(command);
  });

  it.each([
    [[], "which pipeline?"],
    [["deploy"], 'there is no pipeline "deploy"'],
    [["etl", "train"], '"train" is one word too many'],
    [["runs", "etl", "now"], '"now" is one word too many'],
    [["etl", "--date", "2026-02-30"], '"2026-02-30" is not a calendar day'],
    [["etl", "--date"], "Option '--date <value>' argument missing"],
    [["etl", "--game", "'; drop table games"], "is not a game's slug"],
    [["etl", "--fast"], "Unknown option '--fast'"],
    [["runs", "--force"], "--force is no option of runs"],
    [["etl", "--from", "files"], "--from is no option of etl"],
    [["backfill"], "which pipeline?"],
    [["backfill", "etl", "--from", "2026-03-02", "--to", "2026-03-01"], "must not be before the first"],
    [["show"], "which run?"],
    [["cancel", "%"], '"%" is not the id of a run'],
    [["pause"], "which pipeline?"],
  ])("refuses %j in one line that says where to read on", (args, message) => {
    const parse = () => parseJobArgs(args);
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(message);
    expect(parse).toThrow(/^[^\n]*see npm run job -- --help$/);
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
