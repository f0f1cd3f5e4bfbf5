import { PIPELINES } from "@/lib/shared/pipelines";
import type { Db } from "../db";

const KEEP_DAYS = 180;

/** The newest runs of each pipeline stay, however old they are. */
const KEEP_RUNS = 20;

/** A run may have tens of thousands of rows of games: few runs a statement keep the locks short. */
const RUNS_A_BATCH = 5;

/** Deletes ended runs older than 180 days, with their tasks, attempts and games; returns how many runs. */
export async function pruneRuns(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEEP_DAYS * 86_400_000);
  let total = 0;
  for (const pipeline of PIPELINES) {
    for (let deleted = RUNS_A_BATCH; deleted === RUNS_A_BATCH; total += deleted) {
      deleted = await db.$executeRaw`
        DELETE FROM pipeline_runs WHERE id IN (
          SELECT id FROM pipeline_runs
          WHERE pipeline = ${pipeline}::pipeline_name AND created_at < ${before}
            AND state NOT IN ('queued', 'running')
            AND id NOT IN (
              SELECT id FROM pipeline_runs WHERE pipeline = ${pipeline}::pipeline_name
              ORDER BY created_at DESC LIMIT ${KEEP_RUNS}
            )
          ORDER BY created_at LIMIT ${RUNS_A_BATCH}
        )`;
    }
  }
  return total;
}
