import type { GameTotals } from "@/lib/shared/pipeline-views";
import { isActive, type RunState } from "@/lib/shared/pipelines";
import type { Db } from "../db";

/** While a run goes on, its games are counted at most so often in a process, however many look at it. */
const FRESH_MS = 3000;

/** Runs whose totals are remembered. */
const MAX_REMEMBERED = 20;

type TotalsByTask = Record<string, GameTotals>;

type CountedRun = { id: string; state: RunState; changedAt: string };

async function countGames(db: Db, runId: string): Promise<TotalsByTask> {
  const groups = await db.$queryRaw<{ name: string; state: keyof GameTotals; count: number }[]>`
    SELECT t.name, g.state::text AS state, sum(g.count)::int AS count
    FROM (
      SELECT task_id, state, count(*) AS count FROM pipeline_games WHERE run_id = ${runId}::uuid GROUP BY task_id, state
    ) g JOIN pipeline_tasks t ON t.id = g.task_id
    GROUP BY t.name, g.state`;
  const totals: TotalsByTask = {};
  for (const { name, state, count } of groups) {
    const total = totals[name] ?? { succeeded: 0, skipped: 0, failed: 0 };
    total[state] = count;
    totals[name] = total;
  }
  return totals;
}

/**
 * How the games of each mapped task of a run ended, by the task's name. A run of 10,000 games that many look at each
 * second is counted every few seconds, and once more when it has ended.
 */
export class GameTotalsMemory {
  readonly #counted = new Map<string, { changedAt: string; isActive: boolean; atMs: number; totals: TotalsByTask }>();

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  async get(db: Db, { id, state, changedAt }: CountedRun): Promise<TotalsByTask> {
    const known = this.#counted.get(id);
    const isFresh = known && isActive(state) && known.isActive && this.nowMs() - known.atMs < FRESH_MS;
    if (known && (isFresh || (known.changedAt === changedAt && !isActive(state)))) return known.totals;
    const totals = await countGames(db, id);
    this.#counted.delete(id);
    this.#counted.set(id, { changedAt, isActive: isActive(state), atMs: this.nowMs(), totals });
    for (const oldest of [...this.#counted.keys()].slice(0, -MAX_REMEMBERED)) this.#counted.delete(oldest);
    return totals;
  }
}
