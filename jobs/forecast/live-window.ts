import { toDayNumber, toDayString } from "@/jobs/model/calendar";
import { HORIZON, type WindowSource } from "@/jobs/model/game-panel";
import { readOneSeries } from "@/jobs/train/read-series";
import type { Db } from "@/lib/server/db";
import { AppError } from "@/lib/server/errors";
import type { ForecastGame } from "@/lib/server/forecasts/queries";
import { type ForecastRows, findForecastRows, findKind } from "@/lib/server/forecasts/select-forecast";
import { findOpeningDay } from "@/lib/server/forecasts/select-similar-games";
import type { Storage } from "@/lib/server/storage/storage";
import type { Day } from "@/lib/shared/day";
import type { ForecastKind } from "@/lib/shared/forecast";
import { say } from "@/lib/shared/say";
import { type GameToForecast, listGamesToForecast } from "./games-to-forecast";
import { toWindowSource } from "./window-source";

/** Where the data of a question to the model lie. */
export type Surroundings = { db: Db; storage: Storage };

/** A game as its forecast saw it, ready to be forecast again. */
export type LiveWindow = {
  game: GameToForecast;
  /** The forecast that is served. */
  rows: ForecastRows;
  kind: ForecastKind;
  /** The prices are those planned now. */
  source: WindowSource;
  /** The 60 days that the source's forecast has. */
  days: Day[];
};

async function readHistory(storage: Storage, gameId: string, day: Day, openingDay: number) {
  try {
    return (await readOneSeries(storage, gameId, { day, openingDay })) ?? undefined;
  } catch (cause) {
    // While the ETL writes, a file differs from the manifest for a moment.
    throw new AppError("unavailable", say("errors.seriesUnreadable"), { cause });
  }
}

/**
 * Reads what a game's forecast was made from: one file of the bucket and a few rows. `conflict` where the game has no
 * forecast, `unavailable` where its file cannot be read.
 */
export async function loadLiveWindow({ id, slug }: ForecastGame, { db, storage }: Surroundings): Promise<LiveWindow> {
  const [rows, opening] = await Promise.all([findForecastRows(db, id), findOpeningDay(db)]);
  const game = rows && (await listGamesToForecast(db, rows.madeFrom, { slug }))[0];
  if (!rows || !game) throw new AppError("conflict", say("errors.noForecastYet"));
  const openingDay = opening ? toDayNumber(opening) : Number.POSITIVE_INFINITY;
  const known = await readHistory(storage, id, rows.madeFrom, openingDay);
  const source = toWindowSource(game, known, { openingDay, lastDay: toDayNumber(rows.madeFrom) });
  const firstDay = source.series.firstDay + source.origin + 1;
  return {
    game,
    rows,
    kind: findKind(rows.madeFrom, toDayString(game.releaseDay), opening),
    source,
    days: Array.from({ length: HORIZON }, (_, h) => toDayString(firstDay + h)),
  };
}
