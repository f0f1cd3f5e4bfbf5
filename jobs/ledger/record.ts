import type { Db } from "@/lib/server/db";
import type { Day } from "@/lib/shared/day";
import type { ForecastSource } from "@/lib/shared/forecast";
import { FORECAST_DAYS } from "@/lib/shared/sales";
import type { ForecastKind } from "@/prisma/generated/enums";
import { toArrayText } from "./array-text";
import { scoreForecasts } from "./score";

/** Entries of one insert. */
const CHUNK = 200;

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

type Entry = LedgerForecast & { kind: ForecastKind };

function checkDays({ gameId, issuedThrough, days, seasonalNaive }: Entry): void {
  if (days.length === FORECAST_DAYS && seasonalNaive.length === FORECAST_DAYS) return;
  const lengths = `${days.length} days and ${seasonalNaive.length} of seasonal naive`;
  throw new Error(`The forecast of game ${gameId} from ${issuedThrough} has ${lengths}, not ${FORECAST_DAYS} each`);
}

/** Inserts entries in one statement: each column of days comes as one array, to be cut into an array a game. */
function insertEntries(db: Db, modelVersionId: string, entries: readonly Entry[]): Promise<number> {
  const column = (pick: (entry: Entry) => string) => toArrayText(entries.map(pick));
  const days = (name: keyof LedgerDay) => toArrayText(entries.flatMap((entry) => entry.days.map((day) => day[name])));
  const naive = toArrayText(entries.flatMap(({ seasonalNaive }) => Array.from(seasonalNaive)));
  return db.$executeRaw`
    WITH entry AS (
      SELECT *, nth * 60 - 59 AS lo, nth * 60 AS hi FROM unnest(
        ${column(({ gameId }) => gameId)}::text::uuid[],
        ${column(({ issuedThrough }) => issuedThrough)}::text::date[],
        ${column(({ kind }) => kind)}::text::forecast_kind[],
        ${column(({ source }) => source)}::text::forecast_source[],
        ${column(({ days: [first] }) => first?.day ?? "")}::text::date[]
      ) WITH ORDINALITY AS given(game_id, issued_through, kind, source, first_day, nth)
    ), days AS MATERIALIZED (
      SELECT ${days("predicted")}::text::int[] AS p, ${days("lower")}::text::int[] AS l,
        ${days("lowerQuartile")}::text::int[] AS lq, ${days("median")}::text::int[] AS m,
        ${days("upperQuartile")}::text::int[] AS uq, ${days("upper")}::text::int[] AS u,
        ${days("cumulativeLower")}::text::int[] AS cl, ${days("cumulativeUpper")}::text::int[] AS cu,
        ${naive}::text::int[] AS n
    )
    INSERT INTO issued_forecasts (model_version_id, game_id, issued_through, kind, source, first_day, predicted, lower,
      lower_quartile, median, upper_quartile, upper, cumulative_lower, cumulative_upper, seasonal_naive)
    SELECT ${modelVersionId}::uuid, game_id, issued_through, kind, source, first_day, p[lo:hi], l[lo:hi], lq[lo:hi],
      m[lo:hi], uq[lo:hi], u[lo:hi], cl[lo:hi], cu[lo:hi], n[lo:hi]
    FROM entry, days
    ON CONFLICT (game_id, issued_through, kind, model_version_id) DO NOTHING`;
}

async function addEntries(db: Db, modelVersionId: string, entries: readonly Entry[]): Promise<number> {
  entries.forEach(checkDays);
  let added = 0;
  for (let from = 0; from < entries.length; from += CHUNK) {
    added += await insertEntries(db, modelVersionId, entries.slice(from, from + CHUNK));
  }
  return added;
}

/**
 * Enters served forecasts in the ledger, to be called in the transaction that serves them; returns how many were new.
 * What a model issued first for a game and day stands: entering it again changes nothing.
 */
export async function recordForecasts(
  db: Db,
  modelVersionId: string,
  forecasts: readonly ServedForecast[],
): Promise<number> {
  const toEntry = (one: ServedForecast): Entry => ({ ...one, kind: one.isLaunch ? "launch" : "issued" });
  return addEntries(db, modelVersionId, forecasts.map(toEntry));
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
  const entries = forecasts.map((forecast): Entry => ({ ...forecast, kind: "backtest" }));
  const added = await addEntries(db, modelVersionId, entries);
  await scoreForecasts(db, trainedThrough, { kinds: ["backtest"] });
  return added;
}
