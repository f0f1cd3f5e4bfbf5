import type { FlaggedGame, GameAccuracy, StoreAccuracy, TrackKind, TrackRecord } from "@/lib/shared/ledger";
import { say } from "@/lib/shared/say";
import type { Actor } from "../auth/actor";
import { type Db, getDb } from "../db";
import { AppError } from "../errors";
import { findDataThrough } from "../sales/data-day";
import { memberScope, type Scope, storeScope, toScopeWhere } from "../sales/scope";
import { findTrainedThrough, listFlaggedGames } from "./flags";
import { toTrackRecord } from "./rules";
import { findLaunchRecord, findScoredThrough, selectDaySums } from "./scores";

async function findTrackRecord(db: Db, kind: TrackKind, gameId: string | null): Promise<TrackRecord | null> {
  const scoredThrough = await findScoredThrough(db, kind);
  if (scoredThrough === null) return null;
  const rows = await selectDaySums(db, { kind, gameId, scoredThrough });
  return toTrackRecord(rows, { kind, scoredThrough });
}

async function getGameAccuracy(db: Db, scope: Scope, slug: string): Promise<GameAccuracy> {
  const game = await db.game.findFirst({
    where: { slug, status: { not: "draft" }, ...toScopeWhere(scope) },
    select: { id: true, slug: true, title: true },
  });
  if (!game) throw new AppError("not_found", say("errors.noSuchGame"));
  const { id, ...shown } = game;
  const dataThrough = await findDataThrough(db);
  const [issued, backtest, launch, [flagged]] = await Promise.all([
    findTrackRecord(db, "issued", id),
    findTrackRecord(db, "backtest", id),
    dataThrough === null ? null : findLaunchRecord(db, id, dataThrough),
    listFlaggedGames(db, scope, id),
  ]);
  return { game: shown, issued, backtest, launch, flag: flagged ?? null };
}

/** How good one game's forecasts were, for staff. */
export async function getStoreGameAccuracy(actor: Actor, slug: string, db: Db = getDb()): Promise<GameAccuracy> {
  return getGameAccuracy(db, storeScope(actor), slug);
}

/** How good one game's forecasts were, for the people of its publisher; anybody else's game is `not_found`. */
export async function getPublisherGameAccuracy(actor: Actor, slug: string, db: Db = getDb()): Promise<GameAccuracy> {
  return getGameAccuracy(db, await memberScope(actor, db), slug);
}

/** How good the store's forecasts were, and the games that ask for retraining, for staff. */
export async function getStoreAccuracy(actor: Actor, db: Db = getDb()): Promise<StoreAccuracy> {
  const scope = storeScope(actor);
  const [issued, backtest, flagged, trainedThrough] = await Promise.all([
    findTrackRecord(db, "issued", null),
    findTrackRecord(db, "backtest", null),
    listFlaggedGames(db, scope),
    findTrainedThrough(db),
  ]);
  return {
    issued,
    backtest,
    flagged,
    retraining: { isAsked: flagged.some((one) => !one.isRetrained), trainedThrough },
  };
}

/** All games that ask for retraining, for staff. */
export async function listStoreFlaggedGames(actor: Actor, db: Db = getDb()): Promise<FlaggedGame[]> {
  return listFlaggedGames(db, storeScope(actor));
}

/** The games of one's own publishers that ask for retraining. */
export async function listPublisherFlaggedGames(actor: Actor, db: Db = getDb()): Promise<FlaggedGame[]> {
  return listFlaggedGames(db, await memberScope(actor, db));
}
