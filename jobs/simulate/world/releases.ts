import type { Random } from "@/jobs/simulate/random";
import { addDays, type Day, weekdayOf } from "@/lib/shared/day";

/** Launched in the week up to today: days before the last day of data. */
const LAUNCHED_LAST_WEEK: ReadonlyMap<string, number> = new Map([
  ["Sunken Meridian", 1],
  ["Velvet Riot", 2],
  ["Neon Tarot", 4],
  ["Greenhouse Nine", 5],
]);

/** Announced, not out: days after the last day of data. */
const UPCOMING: ReadonlyMap<string, number> = new Map([
  ["Third Lane", 10],
  ["Pocket Cosmos", 24],
  ["Operation Glass Harbor", 45],
  ["The Ninefold Saint", 71],
  ["Daughters of the Tide", 108],
  ["Carnival Last Stand", 143],
]);

/** Youngest age in days of a game that already has a DLC or a later edition. */
const MINIMUM_AGE_WITH_EXTRAS = 320;
const YOUNGEST_DAYS = 18;
const OLDEST_DAYS = 1850;
/** Share of the games released while the store was open, the last two years. */
const RECENT_SHARE = 0.64;
const RECENT_DAYS = 725;
const EXTRA_DELAY_DAYS: readonly [number, number] = [110, 260];

/** Moves a date back to the working week, when games come out. */
function toReleaseDay(day: Day): Day {
  const weekday = weekdayOf(day);
  if (weekday === 0) return addDays(day, -4);
  return weekday >= 5 ? addDays(day, -(weekday - 3)) : day;
}

function ageAt(quantile: number): number {
  if (quantile < RECENT_SHARE) {
    return Math.round(YOUNGEST_DAYS + (quantile / RECENT_SHARE) * (RECENT_DAYS - YOUNGEST_DAYS));
  }
  const share = (quantile - RECENT_SHARE) / (1 - RECENT_SHARE);
  return Math.round(RECENT_DAYS + share ** 1.4 * (OLDEST_DAYS - RECENT_DAYS));
}

/**
 * Release date of each title: four in the last week, six in the future, the rest stratified over five years, most of
 * them recent. Titles with extras are old enough to have them.
 */
export function planReleases(
  titles: readonly string[],
  withExtras: ReadonlySet<string>,
  day: Day,
  random: Random,
): Map<string, Day> {
  const releases = new Map<string, Day>();
  const others: string[] = [];
  for (const title of titles) {
    const launched = LAUNCHED_LAST_WEEK.get(title);
    const upcoming = UPCOMING.get(title);
    if (launched !== undefined) releases.set(title, addDays(day, -launched));
    else if (upcoming !== undefined) releases.set(title, toReleaseDay(addDays(day, upcoming)));
    else others.push(title);
  }
  random.shuffle(others).forEach((title, rank) => {
    const drawn = ageAt((rank + random.float()) / others.length);
    const age = withExtras.has(title) && drawn < MINIMUM_AGE_WITH_EXTRAS ? MINIMUM_AGE_WITH_EXTRAS + drawn : drawn;
    releases.set(title, toReleaseDay(addDays(day, -age)));
  });
  return releases;
}

/** Release date of an edition or DLC, some months after its base and always before the last day of data. */
export function planExtraRelease(baseRelease: Day, random: Random): Day {
  return toReleaseDay(addDays(baseRelease, random.int(...EXTRA_DELAY_DAYS)));
}
