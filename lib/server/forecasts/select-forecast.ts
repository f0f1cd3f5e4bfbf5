import type { Db } from "@/lib/server/db";
import { addDays, type Day, daysBetween, toDay } from "@/lib/shared/day";
import {
  FORECAST_SOURCE_WORDS,
  FORECAST_SUMS_DAYS,
  type ForecastDayDetail,
  type ForecastKind,
  type ForecastSource,
  type ForecastSum,
  type GameForecast,
  YOUNG_BELOW_DAYS,
} from "@/lib/shared/forecast";

/** The rows of a game's forecast, without what is known from elsewhere. */
export type ForecastRows = Pick<NonNullable<GameForecast["forecast"]>, "madeFrom" | "source" | "model" | "days">;

/** A forecaster with what it does in words. */
export function toSourceView(method: ForecastSource): { method: ForecastSource; words: string } {
  return { method, words: FORECAST_SOURCE_WORDS[method] };
}

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

/** Last day of data of a launch forecast: its days begin on the release, so that the ledger has to say. */
async function findIssuedThrough(db: Db, gameId: string, firstDay: Date): Promise<Day | null> {
  const issued = await db.issuedForecast.findFirst({
    where: { gameId, firstDay, kind: { in: ["issued", "launch"] } },
    orderBy: { issuedThrough: "desc" },
    select: { issuedThrough: true },
  });
  return issued && toDay(issued.issuedThrough);
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
    madeFrom: (await findIssuedThrough(db, gameId, first.day)) ?? addDays(toDay(first.day), -first.horizon),
    source: toSourceView(first.source),
    model: { ...first.modelVersion, trainedThrough: toDay(first.modelVersion.trainedThrough) },
    days,
  };
}
