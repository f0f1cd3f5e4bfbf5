import { addDays, daysBetween, toDate, weekdayOf } from "@/lib/shared/day";
import { AGE_MARKS, type Calibration, SALE_BANDS } from "./calibration-targets";
import type { Simulation } from "./simulation";
import type { WorldGame } from "./world/game";

const MS_PER_DAY = 86_400_000;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Units of every game on every day, row-major. */
export function countUnits({ sales, world, intensity }: Simulation): Float64Array {
  const units = new Float64Array(world.games.length * intensity.days);
  for (let index = 0; index < sales.count; index += 1) {
    const cell = (sales.game[index] ?? 0) * intensity.days + (sales.day[index] ?? 0);
    units[cell] = (units[cell] ?? 0) + 1;
  }
  return units;
}

/** Level of each weekday against the mean of the seven days around it, over the whole store. */
function weekdayLevels({ world, intensity }: Simulation, units: Float64Array): number[] {
  const totals = Array.from({ length: intensity.days }, (_, day) =>
    world.games.reduce((sum, game) => sum + (units[game.index * intensity.days + day] ?? 0), 0),
  );
  const ratios: number[][] = Array.from({ length: 7 }, () => []);
  for (let day = 3; day < totals.length - 3; day += 1) {
    ratios[weekdayOf(addDays(world.openingDay, day))]?.push((totals[day] ?? 0) / mean(totals.slice(day - 3, day + 4)));
  }
  return ratios.map(median);
}

/** Mean units of the five days around an age against the peak of the first fortnight, smoothed over three days. */
function levelAtAge(row: Float64Array, release: number, age: number): number {
  const smooth = (day: number, reach: number) => mean([...row.subarray(day - reach, day + reach + 1)]);
  const peak = Math.max(...Array.from({ length: 13 }, (_, day) => smooth(release + day + 1, 1)));
  return smooth(release + age, 2) / peak;
}

function launchLevels(
  { world, intensity }: Simulation,
  units: Float64Array,
  arcs: readonly WorldGame["arc"][],
): number[] {
  const launched = world.games.flatMap((game) => {
    const release = daysBetween(world.openingDay, game.releaseDate);
    const isSeen = game.kind === "base" && release >= 2 && release + 95 < intensity.days && arcs.includes(game.arc);
    return isSeen
      ? [{ row: units.subarray(game.index * intensity.days, (game.index + 1) * intensity.days), release }]
      : [];
  });
  return AGE_MARKS.map((age) => median(launched.map(({ row, release }) => levelAtAge(row, release, age))));
}

type FirstWeek = { percent: number; before: number; during: number };

/** Each sale of at least a week that follows two quiet weeks: units a day before it and in its first week. */
function listFirstWeeks({ world, intensity }: Simulation, units: Float64Array): FirstWeek[] {
  const weeks: FirstWeek[] = [];
  for (const game of world.games) {
    const release = Math.max(0, daysBetween(world.openingDay, game.releaseDate));
    const percent = intensity.percent.subarray(game.index * intensity.days, (game.index + 1) * intensity.days);
    const row = units.subarray(game.index * intensity.days, (game.index + 1) * intensity.days);
    for (let day = release + 90; day + 7 <= intensity.days; day += 1) {
      const isQuiet = percent.subarray(day - 14, day).every((off) => off === 0);
      const isHeld = percent.subarray(day, day + 7).every((off) => off === percent[day]);
      if ((percent[day] ?? 0) === 0 || !isQuiet || !isHeld) continue;
      weeks.push({
        percent: percent[day] ?? 0,
        before: mean([...row.subarray(day - 14, day)]),
        during: mean([...row.subarray(day, day + 7)]),
      });
    }
  }
  return weeks;
}

/** Ratio of all units in first weeks to all units before them, in each band of depth. */
function saleUplifts(weeks: readonly FirstWeek[]): number[] {
  return SALE_BANDS.map(([from, to]) => {
    const band = weeks.filter(({ percent }) => percent >= from && percent <= to);
    return mean(band.map(({ during }) => during)) / mean(band.map(({ before }) => before));
  });
}

const WISH_DAYS = 28;

/** Wishes in the four weeks before each launch that the data show whole, and units in the four weeks after it. */
function listLaunchWishes({ world, intensity, wishes }: Simulation, units: Float64Array) {
  const added = new Float64Array(world.games.length);
  for (const { game, addedMs } of wishes) {
    const release = toDate(world.games[game]?.releaseDate ?? world.day).getTime();
    if (addedMs < release && addedMs >= release - WISH_DAYS * MS_PER_DAY) added[game] = (added[game] ?? 0) + 1;
  }
  return world.games.flatMap((game) => {
    const release = daysBetween(world.openingDay, game.releaseDate);
    const wished = added[game.index] ?? 0;
    if (release < WISH_DAYS || release + WISH_DAYS > intensity.days || wished === 0) return [];
    const first = game.index * intensity.days + release;
    const sold = units.subarray(first, first + WISH_DAYS).reduce((sum, value) => sum + value, 0);
    return [{ wished, sold }];
  });
}

function correlate(pairs: readonly (readonly [number, number])[]): number {
  const [left, right] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  const covariance = mean(pairs.map(([x, y]) => (x - left) * (y - right)));
  const spread = mean(pairs.map(([x]) => (x - left) ** 2)) * mean(pairs.map(([, y]) => (y - right) ** 2));
  return covariance / Math.sqrt(spread);
}

/** Measures a simulation by what is known of real stores. */
export function calibrate(simulation: Simulation): Calibration {
  const units = countUnits(simulation);
  const { world, sales, intensity, ledger, refunds, reviews } = simulation;
  const perGame = world.games
    .filter((game) => daysBetween(game.releaseDate, world.day) > 90)
    .map((game) =>
      units
        .subarray(game.index * intensity.days, (game.index + 1) * intensity.days)
        .reduce((sum, value) => sum + value, 0),
    );
  const launches = listLaunchWishes(simulation, units);
  return {
    items: sales.count,
    orders: ledger.orders,
    giftShare: sales.isGift.reduce((sum, value) => sum + value, 0) / sales.count,
    refundShare: refunds.length / ledger.orders,
    reviews: reviews.length,
    smallestGame: Math.min(...perGame),
    largestGame: Math.max(...perGame),
    weekdays: weekdayLevels(simulation, units),
    launch: launchLevels(simulation, units, ["steady", "live"]),
    launchOfStories: launchLevels(simulation, units, ["story"]),
    unitsPerWish: median(launches.map(({ sold, wished }) => sold / wished)),
    wishCorrelation: correlate(launches.map(({ sold, wished }) => [Math.log(sold), Math.log(wished)])),
    uplifts: saleUplifts(listFirstWeeks(simulation, units)),
  };
}
