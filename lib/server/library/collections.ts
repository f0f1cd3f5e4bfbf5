import type { Collection } from "@/lib/shared/library";
import { say } from "@/lib/shared/say";
import { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import { type Db, getDb } from "../db";
import { AppError } from "../errors";

type Owner = Pick<Actor, "userId">;

/** A collection counts the games that its owner has: a refunded one comes back to its shelf when it is bought again. */
function selectCollections(db: Db, { userId }: Owner, filter: Prisma.Sql): Promise<Collection[]> {
  return db.$queryRaw<Collection[]>`
    SELECT c.id, c.name::text AS name, count(e.game_id)::int AS "gameCount"
    FROM collections c
    LEFT JOIN collection_games cg ON cg.collection_id = c.id
    LEFT JOIN entitlements e ON e.user_id = c.user_id AND e.game_id = cg.game_id AND e.revoked_at IS NULL
    WHERE c.user_id = ${userId}::uuid ${filter}
    GROUP BY c.id ORDER BY c.position, c.created_at, c.id`;
}

/** A user's collections, oldest first. */
export function listCollections(owner: Owner, db: Db = getDb()): Promise<Collection[]> {
  return selectCollections(db, owner, Prisma.empty);
}

/** One's own collection; somebody else's is not there. */
export async function getCollection(owner: Owner, id: string, db: Db = getDb()): Promise<Collection> {
  const [collection] = await selectCollections(db, owner, Prisma.sql`AND c.id = ${id}::uuid`);
  if (!collection) throw new AppError("not_found", say("errors.noSuchCollection"));
  return collection;
}
