import { toYearAngle } from "@/jobs/model/calendar";
import { getDayFlags } from "@/jobs/model/holidays";

/** Features of a calendar day, and what each hangs on: the store's own holidays, or several years of data. */
export const CALENDAR_FEATURES = [
  { name: "month_start", needs: null },
  { name: "month_end", needs: null },
  { name: "holiday", needs: "holidays" },
  { name: "holiday_eve", needs: "holidays" },
  { name: "thanksgiving_week", needs: "holidays" },
  { name: "pre_christmas", needs: null },
  { name: "christmas_ramp", needs: null },
  { name: "year_end", needs: null },
  { name: "year_sin_1", needs: "years" },
  { name: "year_cos_1", needs: "years" },
  { name: "year_sin_2", needs: "years" },
  { name: "year_cos_2", needs: "years" },
] as const;

/** Sines, flags and ramps of a calendar day; the same for every series, so that it is worked out once a day number. */
const calendarCache = new Map<number, Float32Array>();

/** See {@link CALENDAR_FEATURES}. */
export function getCalendar(day: number): Float32Array {
  let values = calendarCache.get(day);
  if (values) return values;
  const date = new Date(day * 86_400_000);
  const dayOfMonth = date.getUTCDate();
  const daysInMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const flags = getDayFlags(day);
  const december = date.getUTCMonth() === 11 && dayOfMonth <= 24 ? dayOfMonth / 24 : 0;
  const year = toYearAngle(day);
  values = Float32Array.of(
    Math.max(0, (4 - dayOfMonth) / 3),
    Math.max(0, (3 - (daysInMonth - dayOfMonth)) / 3),
    Number(flags.isHoliday),
    Number(flags.isHolidayEve),
    Number(flags.isThanksgivingWeek),
    Number(flags.isPreChristmas),
    december,
    Number(flags.isYearEnd),
    ...[Math.sin(year), Math.cos(year), Math.sin(2 * year), Math.cos(2 * year)],
  );
  calendarCache.set(day, values);
  return values;
}
