import Holidays from "date-holidays";
import { toDayNumber, toDayString } from "./calendar";

/** What the calendar says of a day; all known years ahead. */
export interface DayFlags {
  isHoliday: boolean;
  isHolidayEve: boolean;
  isThanksgivingWeek: boolean;
  isPreChristmas: boolean;
  isYearEnd: boolean;
}

// The store has no country of its own; US holidays move the demand of most digital game shops.
const COUNTRY = "US";
const calendar = new Holidays(COUNTRY, { types: ["public"], timezone: "UTC" });
const holidaysByYear = new Map<number, ReadonlySet<string>>();
const flagsByDay = new Map<number, DayFlags>();

function listHolidays(year: number): ReadonlySet<string> {
  let days = holidaysByYear.get(year);
  if (!days) {
    days = new Set(calendar.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)));
    holidaysByYear.set(year, days);
  }
  return days;
}

function isHoliday(day: string): boolean {
  return listHolidays(Number(day.slice(0, 4))).has(day);
}

/** Day number of US Thanksgiving, the fourth Thursday of November. */
function thanksgiving(year: number): number {
  const first = toDayNumber(`${year}-11-01`);
  const firstThursday = first + ((((10 - (((first + 3) % 7) + 7)) % 7) + 7) % 7);
  return firstThursday + 21;
}

function computeFlags(dayNumber: number): DayFlags {
  const day = toDayString(dayNumber);
  const monthDay = day.slice(5);
  const afterThanksgiving = dayNumber - thanksgiving(Number(day.slice(0, 4)));
  return {
    isHoliday: isHoliday(day),
    isHolidayEve: isHoliday(toDayString(dayNumber + 1)),
    isThanksgivingWeek: afterThanksgiving >= -1 && afterThanksgiving <= 5,
    isPreChristmas: monthDay >= "12-10" && monthDay <= "12-24",
    isYearEnd: monthDay >= "12-25" || monthDay <= "01-02",
  };
}

/** Calendar flags of a day number. */
export function getDayFlags(dayNumber: number): DayFlags {
  let flags = flagsByDay.get(dayNumber);
  if (!flags) {
    flags = computeFlags(dayNumber);
    flagsByDay.set(dayNumber, flags);
  }
  return flags;
}
