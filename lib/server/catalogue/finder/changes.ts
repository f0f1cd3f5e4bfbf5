import { z } from "zod";
import type { Db } from "../../db";

const changesSchema = z.tuple([
  z.object({
    horizon: z.string(),
    changes: z.array(z.tuple([z.number(), z.uuid().nullable(), z.boolean()])),
  }),
]);

/** Which games changed: `isEverything` where that is not known one by one, `isText` where they may be found otherwise. */
export type Changes = { gameIds: ReadonlySet<string>; isEverything: boolean; isText: boolean };

/**
 * Reads the log of changes, each entry once. Entries show up when their transaction commits, not in the order they were
 * written in: each reading goes back to the oldest transaction that was still open at the last one, and passes over
 * what it has seen.
 */
export class ChangeReader {
  #horizon: string | null = null;
  #seen = new Set<number>();

  async read(db: Db): Promise<Changes> {
    const [{ horizon, changes }] = changesSchema.parse(
      await db.$queryRaw`
        SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon,
          coalesce(json_agg(json_build_array(c.id, c.game_id, c.is_text)) FILTER (WHERE c.id IS NOT NULL), '[]') AS changes
        FROM (VALUES (1)) AS one LEFT JOIN game_changes c ON c.xid >= ${this.#horizon ?? "0"}::xid8
          AND (${this.#horizon}::text IS NOT NULL OR c.xid >= pg_snapshot_xmin(pg_current_snapshot()))`,
    );
    const fresh = changes.filter(([id]) => !this.#seen.has(id));
    // A database that took over, or was restored, and lacks transactions that were seen counts them anew.
    const isOlder = this.#horizon !== null && BigInt(horizon) < BigInt(this.#horizon);
    this.#horizon = horizon;
    this.#seen = new Set(changes.map(([id]) => id));
    return {
      gameIds: new Set(fresh.flatMap(([, gameId]) => gameId ?? [])),
      isEverything: isOlder || fresh.some(([, gameId]) => gameId === null),
      isText: fresh.some(([, , isText]) => isText),
    };
  }
}
