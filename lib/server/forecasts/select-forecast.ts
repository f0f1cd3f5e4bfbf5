import type { Db } from "@/lib/server/db";
import { addDays, type Day, daysBetween, toDay } from "@/lib/shared/day";
import {
  FORECAST_SUMS_DAYS,
  type ForecastDayDetail,
  type ForecastKind,
  type ForecastSum,
  type GameForecast,
  YOUNG_BELOW_DAYS,
} from "@/lib/shared/forecast";
import { findDataThrough } from "../sales/data-day";

/** The rows of a game's forecast, without what is known from elsewhere. */
export type ForecastRows = Pick<NonNullable<GameForecast["forecast"]>, "madeFrom" | "source" | "model" | "days">;

/** What to expect of a forecast by the game's age: sales before `openingDay`, the store's first sale, were never seen. */
export function findKind(madeFrom: Day, releaseDate: Day | null, openingDay: Day | null): ForecastKind {
  if (!releaseDate) return "regular";
  if (releaseDate > madeFrom) return "launch";
  const seenFrom = openingDay && openingDay > releaseDate ? openingDay : releaseDate;
  return daysBetween(seenFrom, madeFrom) + 1 < YOUNG_BELOW_DAYS ? "young" : "regular";
}

/** Sums of the first days of a forecast with the band of the running total; a longer sum than there are days is left out. */
export function toSums(days: readonly ForecastDayDetail[]): ForecastSum[] {
  return FORECAST_SUMS_DAYS.flatMap((horizonDays) => {
    const last = days[horizonDays - 1];
    if (!last) return [];
    const { cumulativeUnits: units, cumulativeLowerUnits, cumulativeUpperUnits } = last;
    return [{ horizonDays, units, lowerUnits: cumulativeLowerUnits, upperUnits: cumulativeUpperUnits }];
  });
}

/**
 * Last day of data that a forecast was made from, by the ledger. A forecast that is not entered there begins on the day
 * after, save that of a launch, which begins on the release: it cannot be made from days that are still to come.
 */
async function findMadeFrom(db: Db, gameId: string, first: { day: Date; horizon: number }): Promise<Day> {
  const issued = await db.issuedForecast.findFirst({
    where: { gameId, firstDay: first.day, kind: { in: ["issued", "launch"] } },
    orderBy: { issuedThrough: "desc" },
    select: { issuedThrough: true },
  });
  if (issued) return toDay(issued.issuedThrough);
  const dayBefore = addDays(toDay(first.day), -first.horizon);
  const dataThrough = await findDataThrough(db);
  return dataThrough && dataThrough < dayBefore ? dataThrough : dayBefore;
}

/** A game's forecast as it was written last, or null where there is none. */
export async function findForecastRows(db: Db, gameId: string): Promise<ForecastRows | null> {
  const rows = await db.forecastedSales.findMany({
    where: { gameId },
    orderBy: { day: "asc" },
    include: { modelVersion: { select: { version: true, backend: true, trainedThrough: true } } },
  });
  const [first] = rows;
  if (!first) return null;
  let cumulativeUnits = 0;
  const days = rows.map((row) => {
    cumulativeUnits += row.predictedUnits;
    return {
      day: toDay(row.day),
      units: row.predictedUnits,
      lowerUnits: row.lowerUnits,
      lowerQuartileUnits: row.lowerQuartileUnits,
      medianUnits: row.medianUnits,
      upperQuartileUnits: row.upperQuartileUnits,
      upperUnits: row.upperUnits,
      cumulativeUnits,
      cumulativeLowerUnits: Math.min(cumulativeUnits, row.cumulativeLowerUnits),
      cumulativeUpperUnits: Math.max(cumulativeUnits, row.cumulativeUpperUnits),
    };
  });
  return {
    madeFrom: await findMadeFrom(db, gameId, first),
    source: first.source,
    model: { ...first.modelVersion, trainedThrough: toDay(first.modelVersion.trainedThrough) },
    days,
  };
}
