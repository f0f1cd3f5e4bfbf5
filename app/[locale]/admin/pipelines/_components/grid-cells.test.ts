import { describe, expect, it } from "vitest";
import type { RunView, TaskGroup } from "@/lib/shared/pipeline-views";
import { findGroup, listTaskNames, toNextPlace } from "./grid-cells";

const size = { rows: 3, columns: 4 };

describe("the keys", () => {
  it.each([
    ["ArrowDown", { row: 1, column: 1 }, { row: 2, column: 1 }],
    ["ArrowUp", { row: 1, column: 1 }, { row: 0, column: 1 }],
    ["ArrowRight", { row: 1, column: 1 }, { row: 1, column: 2 }],
    ["ArrowLeft", { row: 1, column: 1 }, { row: 1, column: 0 }],
    ["Home", { row: 2, column: 3 }, { row: 2, column: 0 }],
    ["End", { row: 2, column: 0 }, { row: 2, column: 3 }],
  ])("%s leads from %o to %o", (key, from, to) => {
    expect(toNextPlace(key, from, size)).toEqual(to);
  });

  it.each([
    ["ArrowUp", { row: 0, column: 0 }],
    ["ArrowLeft", { row: 0, column: 0 }],
    ["ArrowDown", { row: 2, column: 3 }],
    ["ArrowRight", { row: 2, column: 3 }],
    ["Tab", { row: 1, column: 1 }],
    ["constructor", { row: 1, column: 1 }],
  ])("%s leads nowhere from %o", (key, from) => {
    expect(toNextPlace(key, from, size)).toBeNull();
  });
});

describe("the rows", () => {
  const group = (name: string): TaskGroup => ({
    name,
    after: [],
    isMapped: false,
    state: "succeeded",
    shards: 1,
    ended: 1,
    failures: 0,
    progress: 1,
    startedAt: null,
    finishedAt: null,
  });
  const run = (...names: string[]) => ({ tasks: names.map(group) }) as RunView;

  it("are the tasks of all runs, also of one that has none yet and of one of another time", () => {
    const runs = [run(), run("extract", "files"), run("extract", "old", "files")];
    expect(listTaskNames(runs)).toEqual(["extract", "files", "old"]);
    expect(runs.map((each) => findGroup(each, "old")?.name)).toEqual([undefined, undefined, "old"]);
  });
});
