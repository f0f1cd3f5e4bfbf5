import { toWeekday } from "./calendar";
import { toDiscountBand } from "./conditions";
import { HORIZON } from "./feature-names";
import { CONDITION_DAYS } from "./level";
import type { GameSeries } from "./series";

const SEASON = 7;

/** The last week known at `origin`, repeated. */
export function forecastSeasonalNaive(series: GameSeries, origin: number): Float64Array {
  return Float64Array.from({ length: HORIZON }, (_, h) => {
    const t = origin - SEASON + 1 + (h % SEASON);
    return t >= 0 ? (series.units[t] ?? 0) : 0;
  });
}

/** Mean of the days of the last 26 weeks that `matches` takes; null when there are none. */
function meanOf(series: GameSeries, origin: number, matches: (t: number) => boolean): number | null {
  let sum = 0;
  let days = 0;
  for (let t = Math.max(0, origin - CONDITION_DAYS + 1); t <= origin; t++) {
    if (!matches(t)) continue;
    sum += series.units[t] ?? 0;
    days++;
  }
  return days > 0 ? sum / days : null;
}

/**
 * Mean of the days with the same weekday and discount band in the last 26 weeks; where there was none, of the same
 * band, then of all days. The planned discounts are read from the series' own future.
 */
export function forecastSameCondition(series: GameSeries, origin: number): Float64Array {
  const bandOf = (t: number) => toDiscountBand(series.discountRate[t] ?? 0);
  const weekdayOf = (t: number) => toWeekday(series.firstDay + t);
  const known = new Map<string, number>();
  return Float64Array.from({ length: HORIZON }, (_, h) => {
    const [band, weekday] = [bandOf(origin + 1 + h), weekdayOf(origin + 1 + h)];
    const key = `${weekday}/${band}`;
    const value =
      known.get(key) ??
      meanOf(series, origin, (t) => bandOf(t) === band && weekdayOf(t) === weekday) ??
      meanOf(series, origin, (t) => bandOf(t) === band) ??
      meanOf(series, origin, () => true) ??
      0;
    known.set(key, value);
    return value;
  });
}
