import { addDays, type Day, toDate } from "../day";
import type { Locale } from "../locale";
import { once } from "../once";
import type { Grain } from "../sales-series";

/** Days shown from which on an axis names months instead of days. */
const MONTH_AXIS_DAYS = 200;

/** Writes UTC days and moments in a language, the same wherever they are rendered. */
export function createDayFormats(locale: Locale) {
  const formatOf = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }));
  const short = formatOf({ month: "short", day: "numeric" });
  const plain = formatOf({ year: "numeric", month: "short", day: "numeric" });
  const long = formatOf({ weekday: "short", month: "short", day: "numeric", year: "numeric" });
  const weekday = formatOf({ weekday: "short", month: "short", day: "numeric" });
  const weekdayName = formatOf({ weekday: "long" });
  const month = formatOf({ month: "short", year: "numeric" });
  const moment = formatOf({ month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const clock = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" } as const;
  const seconds = formatOf(clock);
  const tenths = formatOf({ ...clock, fractionalSecondDigits: 1 });
  const milliseconds = formatOf({ ...clock, fractionalSecondDigits: 3 });

  return {
    /** Such as `Mar 4, 2026`. */
    day: (day: Day) => plain().format(toDate(day)),
    /** A day of a year that is plain, such as `Mar 4`. */
    shortDay: (day: Day) => short().format(toDate(day)),
    /** The same with its weekday, such as `Wed, Mar 4`. */
    weekday: (day: Day) => weekday().format(toDate(day)),
    /** `Wednesday`; a language may write it small. */
    weekdayName: (day: Day) => weekdayName().format(toDate(day)),
    /** The month of a day, such as `Mar 2026`. */
    month: (day: Day) => month().format(toDate(day)),
    /** A day under an axis that shows so many of them. */
    tick: (day: Day, shownDays: number) => (shownDays > MONTH_AXIS_DAYS ? month : short)().format(toDate(day)),
    /** The name of a point: its day, or the first and last day of its week. */
    period: (day: Day, grain: Grain) =>
      grain === "day"
        ? long().format(toDate(day))
        : `${short().format(toDate(day))} – ${plain().format(toDate(addDays(day, 6)))}`,
    /** A moment, such as `Nov 24, 02:00 UTC`. */
    moment: (at: Date | string) => `${moment().format(new Date(at))} UTC`,
    /** The time of a moment to the second, the tenth or the thousandth of it. */
    clock: (at: Date | number, precision: "seconds" | "tenths" | "milliseconds" = "seconds") =>
      ({ seconds, tenths, milliseconds })[precision]().format(at),
  };
}
