import type { Db } from "@/lib/server/db";
import { type Day, toDate } from "@/lib/shared/day";
import type { ForecastSource } from "@/lib/shared/forecast";
import type { ForecastKind } from "@/prisma/generated/enums";
import { scoreForecasts } from "./score";

/** Rows of one insert. */
const CHUNK = 500;

/** One day of a forecast in whole units. */
type LedgerDay = {
  day: Day;
  predicted: number;
  lower: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
  upper: number;
  cumulativeLower: number;
  cumulativeUpper: number;
};

/** A forecast of one game as the ledger keeps it. */
export type LedgerForecast = {
  gameId: string;
  /** Last day of data that it was made from. */
  issuedThrough: Day;
  source: ForecastSource;
  /** 60 consecutive days. */
  days: readonly LedgerDay[];
  /** Units of the last week known at `issuedThrough`, repeated over the 60 days; zeros where nothing was known. */
  seasonalNaive: ArrayLike<number>;
};

/** A forecast that was served; `isLaunch` where the game was not out on `issuedThrough`. */
export type ServedForecast = LedgerForecast & { isLaunch: boolean };

function toRow(forecast: LedgerForecast, kind: ForecastKind) {
  const { gameId, issuedThrough, source, days } = forecast;
  const [first] = days;
  if (!first) throw new Error(`The forecast of game ${gameId} from ${issuedThrough} has no days`);
  return {
    gameId,
    issuedThrough: toDate(issuedThrough),
    kind,
    source,
    firstDay: toDate(first.day),
    predicted: days.map(({ predicted }) => predicted),
    lower: days.map(({ lower }) => lower),
    lowerQuartile: days.map(({ lowerQuartile }) => lowerQuartile),
    median: days.map(({ median }) => median),
    upperQuartile: days.map(({ upperQuartile }) => upperQuartile),
    upper: days.map(({ upper }) => upper),
    cumulativeLower: days.map(({ cumulativeLower }) => cumulativeLower),
    cumulativeUpper: days.map(({ cumulativeUpper }) => cumulativeUpper),
    seasonalNaive: Array.from(forecast.seasonalNaive),
  };
}

async function addRows(db: Db, modelVersionId: string, rows: readonly ReturnType<typeof toRow>[]): Promise<number> {
  let added = 0;
  for (let from = 0; from < rows.length; from += CHUNK) {
    const data = rows.slice(from, from + CHUNK).map((row) => ({ ...row, modelVersionId }));
    added += (await db.issuedForecast.createMany({ data, skipDuplicates: true })).count;
  }
  return added;
}

/**
 * Enters served forecasts in the ledger, to be called in the transaction that serves them; returns how many were new.
 * What a model issued first for a game and day stands: entering it again changes nothing.
 */
export function recordForecasts(db: Db, modelVersionId: string, forecasts: readonly ServedForecast[]): Promise<number> {
  const rows = forecasts.map((forecast) => toRow(forecast, forecast.isLaunch ? "launch" : "issued"));
  return addRows(db, modelVersionId, rows);
}

/**
 * Enters the forecasts that a training made for days it held out, of a model that goes live, and scores them: they are
 * the track record of a store whose own forecasts have not met their days yet. `trainedThrough` is the last day of
 * data. Entering them again changes nothing; a call that was killed is completed by the next.
 */
export async function recordBacktest(
  db: Db,
  modelVersionId: string,
  { forecasts, trainedThrough }: { forecasts: readonly LedgerForecast[]; trainedThrough: Day },
): Promise<number> {
  const rows = forecasts.map((forecast) => toRow(forecast, "backtest"));
  const added = await addRows(db, modelVersionId, rows);
  await scoreForecasts(db, trainedThrough, { kinds: ["backtest"] });
  return added;
}
