/** A UTC calendar day as `YYYY-MM-DD`. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

/** The UTC day that a moment falls on. */
export function toDay(moment: Date): Day {
  return moment.toISOString().slice(0, 10);
}

/** Midnight UTC at which the day begins. */
export function toDate(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** The day that many days later, or earlier where negative. */
export function addDays(day: Day, days: number): Day {
  return toDay(new Date(toDate(day).getTime() + days * MS_PER_DAY));
}

/** Days from the first to the second day; negative where the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toDate(to).getTime() - toDate(from).getTime()) / MS_PER_DAY);
}

/** Weekday with Monday 0 to Sunday 6. */
export function weekdayOf(day: Day): number {
  return (toDate(day).getUTCDay() + 6) % 7;
}
