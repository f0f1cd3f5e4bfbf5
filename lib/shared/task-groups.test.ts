import { describe, expect, it } from "vitest";
import type { TaskState } from "./pipelines";
import { type GroupedTask, listDownstream, toTaskGroups } from "./task-groups";

function task(change: Partial<GroupedTask> = {}): GroupedTask {
  return {
    name: "files",
    after: ["stage"],
    isMapped: true,
    state: "succeeded",
    failures: 0,
    progress: 1,
    startedAt: "2026-04-01T02:00:00.000Z",
    finishedAt: "2026-04-01T02:01:00.000Z",
    ...change,
  };
}

describe("the shards of a task", () => {
  it("are one task, from the first start to the last end", () => {
    const groups = toTaskGroups([
      task({ name: "stage", after: [], isMapped: false }),
      task({ startedAt: "2026-04-01T02:02:00.000Z", finishedAt: "2026-04-01T02:03:00.000Z", failures: 2 }),
      task({ startedAt: "2026-04-01T02:01:30.000Z", finishedAt: "2026-04-01T02:05:00.000Z" }),
    ]);
    expect(groups).toMatchObject([
      { name: "stage", shards: 1, ended: 1 },
      {
        name: "files",
        shards: 2,
        failures: 2,
        startedAt: "2026-04-01T02:01:30.000Z",
        finishedAt: "2026-04-01T02:05:00.000Z",
      },
    ]);
  });

  it("have no end while one is still worked on, and are as far as they are on average", () => {
    const [group] = toTaskGroups([task(), task({ state: "running", progress: 0.5, finishedAt: null })]);
    expect(group).toMatchObject({ state: "running", ended: 1, progress: 0.75, finishedAt: null });
  });

  it.each<[TaskState[], TaskState]>([
    [["succeeded", "failed", "running"], "running"],
    [["failed", "retrying", "pending"], "retrying"],
    [["succeeded", "pending", "failed"], "pending"],
    [["succeeded", "failed", "cancelled"], "failed"],
    [["succeeded", "cancelled"], "cancelled"],
    [["upstream_failed", "upstream_failed"], "upstream_failed"],
    [["succeeded", "succeeded"], "succeeded"],
  ])("in states %j are %s", (states, expected) => {
    expect(toTaskGroups(states.map((state) => task({ state })))[0]?.state).toBe(expected);
  });
});

it("clearing a task clears what comes after it, near and far, and nothing else", () => {
  const groups = [
    { name: "extract", after: [] },
    { name: "stage", after: ["extract"] },
    { name: "refresh", after: ["extract"] },
    { name: "files", after: ["stage"] },
    { name: "score", after: ["files"] },
  ];
  expect(listDownstream(groups, "stage")).toEqual(["stage", "files", "score"]);
  expect(listDownstream(groups, "refresh")).toEqual(["refresh"]);
});
