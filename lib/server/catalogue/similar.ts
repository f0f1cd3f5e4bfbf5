import { z } from "zod";
import type { Db } from "../db";

/** The games that sell most with one of the game's genres, and those with its most fitting tags: who may be alike. */
const POPULAR_CANDIDATES = 300;
const TAG_CANDIDATES = 150;
const FITTING_TAGS = 4;

/** A shared genre says as much as three shared tags. */
const GENRE_WEIGHT = 3;

const idRowsSchema = z.array(z.object({ id: z.string() }));

/**
 * Base games like a game, by the genres and tags that they share, those that sell most first. Looks at some hundreds of
 * games, however large the catalogue is.
 */
export async function listSimilarIds(db: Db, gameId: string, take: number): Promise<string[]> {
  const rows = await db.$queryRaw`
    WITH own_genres AS (SELECT genre_id FROM game_genres WHERE game_id = ${gameId}::uuid),
    own_tags AS (SELECT tag_id, weight FROM game_tags WHERE game_id = ${gameId}::uuid),
    popular AS (
      SELECT g.id FROM games g
      WHERE g.status = 'published'
        AND EXISTS (SELECT FROM game_genres l WHERE l.game_id = g.id AND l.genre_id IN (SELECT genre_id FROM own_genres))
      ORDER BY g.popularity DESC, g.id LIMIT ${POPULAR_CANDIDATES}
    ),
    tagged AS (
      SELECT found.game_id AS id
      FROM (SELECT tag_id FROM own_tags ORDER BY weight DESC, tag_id LIMIT ${FITTING_TAGS}) tag
      CROSS JOIN LATERAL (
        SELECT l.game_id FROM game_tags l WHERE l.tag_id = tag.tag_id ORDER BY l.game_id LIMIT ${TAG_CANDIDATES}
      ) found
    )
    SELECT g.id::text AS id
    FROM (SELECT id FROM popular UNION SELECT id FROM tagged) candidate JOIN games g ON g.id = candidate.id
    CROSS JOIN LATERAL (
      SELECT
        ${GENRE_WEIGHT}::int * (SELECT count(*) FROM game_genres l JOIN own_genres USING (genre_id) WHERE l.game_id = g.id)
        + (SELECT count(*) FROM game_tags l JOIN own_tags USING (tag_id) WHERE l.game_id = g.id) AS shared
    ) likeness
    WHERE g.id <> ${gameId}::uuid AND g.status = 'published' AND g.kind = 'base' AND likeness.shared > 0
    ORDER BY likeness.shared DESC, g.popularity DESC, g.id
    LIMIT ${take}`;
  return idRowsSchema.parse(rows).map((row) => row.id);
}
