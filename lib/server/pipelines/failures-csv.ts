import { stringify } from "csv-stringify/sync";
import type { Db } from "../db";
import { listRunGames } from "./game-list";
import { getRun } from "./queries";

const COLUMNS = ["task", "shard", "slug", "title", "attempt", "error", "finished_at"] as const;

const PAGE_SIZE = 500;

/** The games that failed in a run, as CSV: read page by page and made a piece at a time. */
async function* toPieces(runId: string, db: Db): AsyncGenerator<string> {
  yield stringify([COLUMNS]);
  let cursor: string | undefined;
  do {
    const page = await listRunGames(db, runId, { state: "failed", limit: PAGE_SIZE, cursor });
    const rows = page.items.map(({ task, shard, game, attempt, error, finishedAt }) => [
      task,
      shard + 1,
      game.slug,
      game.title,
      attempt,
      error,
      finishedAt,
    ]);
    // A title that begins like a formula must stay a text in a spreadsheet.
    if (rows.length > 0) yield stringify(rows, { escape_formulas: true });
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

/** A run's failed games as a CSV file with its name; `not_found` where there is no such run. */
export async function openFailuresCsv(
  runId: string,
  db: Db,
): Promise<{ name: string; pieces: AsyncGenerator<string> }> {
  const { id, pipeline, day } = await getRun(db, runId);
  return { name: `${pipeline}-${day}-failures.csv`, pieces: toPieces(id, db) };
}
