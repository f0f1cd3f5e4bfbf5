import {
  type ChangeCollectionInput,
  type Collection,
  type CreateCollectionInput,
  type DeletedCollection,
  MAX_COLLECTIONS,
} from "@/lib/shared/library";
import { say } from "@/lib/shared/say";
import { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import { type Db, inTransaction } from "../db";
import { AppError } from "../errors";
import { getCollection } from "./collections";

type Tx = Prisma.TransactionClient;
type Owner = Pick<Actor, "userId">;

/** A name that the owner has given before is a conflict, whatever the case. */
async function refuseTakenName<Result>(name: string, write: Promise<Result>): Promise<Result> {
  try {
    return await write;
  } catch (cause) {
    const isTaken = cause instanceof Prisma.PrismaClientKnownRequestError && cause.code === "P2002";
    if (!isTaken) throw cause;
    const message = say("errors.collectionNameTaken", { name });
    throw new AppError("conflict", message, { cause, fields: { name: message } });
  }
}

/** Puts those of the games that the owner has into the collection. */
async function putGames(tx: Tx, { userId }: Owner, collectionId: string, gameIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO collection_games (collection_id, game_id)
    SELECT ${collectionId}::uuid, game_id FROM entitlements
    WHERE user_id = ${userId}::uuid AND revoked_at IS NULL AND game_id = ANY(${gameIds}::uuid[])
    ORDER BY game_id
    ON CONFLICT DO NOTHING`;
}

/** Makes a collection at the end of the owner's, with those of the games that are owned. */
export async function createCollection(
  owner: Owner,
  { name, gameIds }: CreateCollectionInput,
  db: Db,
): Promise<Collection> {
  const { userId } = owner;
  return inTransaction(db, async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('collections.' || ${userId}, 0))::text`;
    const known = await tx.collection.aggregate({ where: { userId }, _count: true, _max: { position: true } });
    if (known._count >= MAX_COLLECTIONS) {
      throw new AppError("conflict", say("errors.collectionsFull", { max: MAX_COLLECTIONS }));
    }
    const data = { userId, name, position: (known._max.position ?? 0) + 1 };
    const { id } = await refuseTakenName(name, tx.collection.create({ data, select: { id: true } }));
    await putGames(tx, owner, id, gameIds);
    return getCollection(owner, id, tx);
  });
}

/** Gives one's own collection another name. */
export async function renameCollection({ userId }: Owner, id: string, name: string, db: Db): Promise<Collection> {
  await getCollection({ userId }, id, db);
  await refuseTakenName(name, db.collection.updateMany({ where: { id, userId }, data: { name } }));
  return getCollection({ userId }, id, db);
}

/** Puts games into one's own collection and takes others out; games that are not owned are left out. */
export async function changeCollection(
  owner: Owner,
  id: string,
  { add, remove }: ChangeCollectionInput,
  db: Db,
): Promise<Collection> {
  return inTransaction(db, async (tx) => {
    await getCollection(owner, id, tx);
    await tx.collectionGame.deleteMany({ where: { collectionId: id, gameId: { in: remove } } });
    await putGames(tx, owner, id, add);
    return getCollection(owner, id, tx);
  });
}

/** Deletes one's own collection, not its games, and answers with what an undo needs. */
export async function deleteCollection(owner: Owner, id: string, db: Db): Promise<DeletedCollection> {
  return inTransaction(db, async (tx) => {
    const { name } = await getCollection(owner, id, tx);
    const games = await tx.collectionGame.findMany({ where: { collectionId: id }, select: { gameId: true } });
    await tx.collection.deleteMany({ where: { id, userId: owner.userId } });
    return { name, gameIds: games.map(({ gameId }) => gameId) };
  });
}
