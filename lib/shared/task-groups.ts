import type { TaskGroup } from "./pipeline-views";
import type { Counts, PipelineTask, TaskState } from "./pipelines";

/** What of a task its group is made of. */
export type GroupedTask = Pick<
  PipelineTask,
  "name" | "after" | "isMapped" | "state" | "failures" | "progress" | "startedAt" | "finishedAt"
>;

/** Whether a task needs no more work. */
export function hasEnded(state: TaskState): boolean {
  return state === "succeeded" || state === "failed" || state === "upstream_failed" || state === "cancelled";
}

/** The first of these that a shard is in is the state of all; work under way comes before what it has come to. */
const BY_WEIGHT: readonly TaskState[] = [
  "running",
  "retrying",
  "pending",
  "failed",
  "cancelled",
  "upstream_failed",
  "succeeded",
];

function stateOf(shards: readonly GroupedTask[]): TaskState {
  return BY_WEIGHT.find((state) => shards.some((shard) => shard.state === state)) ?? "pending";
}

/** The earliest of ISO moments; null where there is none. */
function earliest(moments: readonly (string | null)[]): string | null {
  return moments.filter((at) => at !== null).sort()[0] ?? null;
}

/** The latest of ISO moments; null where one is still to come. */
function latest(moments: readonly (string | null)[]): string | null {
  const known = moments.filter((at) => at !== null).sort();
  return known.length < moments.length ? null : (known.at(-1) ?? null);
}

function toGroup(shards: readonly GroupedTask[], first: GroupedTask): TaskGroup {
  return {
    name: first.name,
    after: first.after,
    isMapped: first.isMapped,
    state: stateOf(shards),
    shards: shards.length,
    ended: shards.filter(({ state }) => hasEnded(state)).length,
    failures: shards.reduce((sum, { failures }) => sum + failures, 0),
    // What needs no more work counts as done, however it ended, as the run's own progress has it.
    progress: shards.reduce((sum, { state, progress }) => sum + (hasEnded(state) ? 1 : progress), 0) / shards.length,
    startedAt: earliest(shards.map(({ startedAt }) => startedAt)),
    finishedAt: latest(shards.map(({ finishedAt }) => finishedAt)),
  };
}

/** Takes the shards of each task together, in the order in which the tasks come. */
export function toTaskGroups(tasks: readonly GroupedTask[]): TaskGroup[] {
  const byName = new Map<string, GroupedTask[]>();
  for (const task of tasks) {
    const shards = byName.get(task.name);
    if (shards) shards.push(task);
    else byName.set(task.name, [task]);
  }
  return [...byName.values()].flatMap((shards) => (shards[0] ? [toGroup(shards, shards[0])] : []));
}

/** What several tasks or shards counted, added up by name; a text is that of the last one that has it. */
export function sumCounts(all: readonly Counts[]): Counts {
  const sums: Counts = {};
  for (const counts of all) {
    for (const [name, value] of Object.entries(counts)) {
      const known = sums[name];
      sums[name] = typeof known === "number" && typeof value === "number" ? known + value : value;
    }
  }
  return sums;
}

/** What a task depends on; `needs` names tasks that must be done again with it. */
export type LinkedTask = { name: string; after: readonly string[]; needs?: readonly string[] };

/**
 * Names of the tasks that are done again where some are: themselves, all that come after them, near or far, and what
 * any of these needs, in the order of the tasks.
 */
export function listAffected(tasks: readonly LinkedTask[], names: Iterable<string>): string[] {
  const affected = new Set(names);
  for (let size = -1; size !== affected.size; ) {
    size = affected.size;
    for (const { name, after, needs = [] } of tasks) {
      if (after.some((before) => affected.has(before))) affected.add(name);
      if (affected.has(name)) for (const needed of needs) affected.add(needed);
    }
  }
  return tasks.filter(({ name }) => affected.has(name)).map(({ name }) => name);
}
