import { describe, expect, it } from "vitest";
import type { TaskState } from "./pipelines";
import { type GroupedTask, listAffected, toTaskGroups } from "./task-groups";

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

  it("count as done where they need no more work, also where they failed half-way", () => {
    const [group] = toTaskGroups([task({ state: "failed", progress: 0.4 }), task({ state: "retrying", progress: 0 })]);
    expect(group?.progress).toBe(0.5);
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

describe("doing a task again", () => {
  const groups = [
    { name: "extract", after: [] },
    { name: "stage", after: ["extract"] },
    { name: "refresh", after: ["extract"] },
    { name: "files", after: ["stage"] },
    { name: "score", after: ["files"] },
  ];

  it("does all that comes after it, near and far, and nothing else", () => {
    expect(listAffected(groups, ["stage"])).toEqual(["stage", "files", "score"]);
    expect(listAffected(groups, ["refresh"])).toEqual(["refresh"]);
    expect(listAffected(groups, ["refresh", "files"])).toEqual(["refresh", "files", "score"]);
  });

  it("does what it needs, too, and all that comes after that", () => {
    const needing = groups.map((task) => (task.name === "score" ? { ...task, needs: ["refresh"] } : task));
    expect(listAffected(needing, ["files"])).toEqual(["refresh", "files", "score"]);
    expect(
      listAffected(
        [
          { name: "a", after: [], needs: ["b"] },
          { name: "b", after: [] },
        ],
        ["a"],
      ),
    ).toEqual(["a", "b"]);
  });
});
