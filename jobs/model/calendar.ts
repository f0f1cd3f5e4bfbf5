const MS_PER_DAY = 86_400_000;
const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 1970-01-01 of a UTC calendar day 'YYYY-MM-DD'; throws on anything else, 2026-02-30 included. */
export function toDayNumber(day: string): number {
  const ms = DAY_PATTERN.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day) {
    throw new Error(`not a calendar day (YYYY-MM-DD): ${JSON.stringify(day)}`);
  }
  return ms / MS_PER_DAY;
}

/** The UTC calendar day 'YYYY-MM-DD' that lies `dayNumber` days after 1970-01-01. */
export function toDayString(dayNumber: number): string {
  return new Date(dayNumber * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Weekday of a day number, Monday 0 to Sunday 6 (1970-01-01 was a Thursday). */
export function toWeekday(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7;
}

/** Position in the year as an angle, 0 on 1 January, 2π a year later; the same in leap and common years to a day. */
export function toYearAngle(dayNumber: number): number {
  const date = new Date(dayNumber * MS_PER_DAY);
  const start = Date.UTC(date.getUTCFullYear(), 0, 1) / MS_PER_DAY;
  return ((dayNumber - start) / 365.25) * 2 * Math.PI;
}
