import type { StreamEvent } from "@/lib/shared/pipeline-views";
import { isActive } from "@/lib/shared/pipelines";
import { type Db, getDb } from "../db";
import { getQueueState } from "../queue/queue-state";
import { readOperationsMark } from "./alerts-view";
import { Feed, type Look } from "./feed";
import { listChangedRuns } from "./run-views";

const LOOK_MS = 1000;

/** The queues, the alerts and the schedules are looked at in every so manieth look. */
const SLOW_EVERY = 5;

/** Changes are told again from so long ago: a transaction commits after the moment that it wrote down. */
const OVERLAP_MS = 10_000;

/** Somebody who comes anew rendered their page not longer ago than this. */
const FIRST_LOOK_MS = 60_000;

async function lookAtOperations(db: Db): Promise<StreamEvent[]> {
  const [queue, mark] = await Promise.all([getQueueState(db), readOperationsMark(db)]);
  return [
    { name: "queue", data: queue },
    { name: "mark", data: { mark } },
  ];
}

/** Looks for what is new from now on. */
export function createLook(db: Db): Look<StreamEvent> {
  let since = new Date();
  let looks = 0;
  /** When the runs of the last look had changed. */
  let told = new Map<string, string>();
  let active: string[] = [];
  const lastOf = new Map<string, string>();
  return async () => {
    // An active run is asked for by name, so that its end is seen whatever the clock of its last worker says.
    const lookedAt = new Date();
    const runs = await listChangedRuns(db, new Date(since.getTime() - OVERLAP_MS), active);
    const fresh = runs.filter(({ id, changedAt }) => told.get(id) !== changedAt);
    told = new Map(runs.map(({ id, changedAt }) => [id, changedAt]));
    active = runs.filter(({ state }) => isActive(state)).map(({ id }) => id);
    since = lookedAt;
    const slow = looks++ % SLOW_EVERY === 0 ? await lookAtOperations(db) : [];
    const changed = slow.filter(({ name, data }) => {
      const text = JSON.stringify(data);
      const isNew = lastOf.get(name) !== text;
      lastOf.set(name, text);
      return isNew;
    });
    return fresh.length > 0 ? [{ name: "runs", data: { runs: fresh } }, ...changed] : changed;
  };
}

/** What somebody has to be told who comes now, or comes back having heard what was told until `heardAt`. */
export async function lookBack(db: Db, heardAt: Date | null): Promise<StreamEvent[]> {
  const since = heardAt ? heardAt.getTime() - OVERLAP_MS : Date.now() - FIRST_LOOK_MS;
  const [runs, operations] = await Promise.all([listChangedRuns(db, new Date(since)), lookAtOperations(db)]);
  return [{ name: "runs", data: { runs } }, ...operations];
}

const holder = globalThis as typeof globalThis & { kratosFeed?: Feed<StreamEvent> };

/** What changes of the pipelines, told to all who listen in this process. */
export function getLiveFeed(): Feed<StreamEvent> {
  holder.kratosFeed ??= new Feed(() => createLook(getDb()), LOOK_MS);
  return holder.kratosFeed;
}
