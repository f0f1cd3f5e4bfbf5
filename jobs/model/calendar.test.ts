import { describe, expect, it } from "vitest";
import { toDayNumber, toDayString, toWeekday, toYearAngle } from "./calendar";
import { getDayFlags } from "./holidays";

const flagsOf = (day: string) => getDayFlags(toDayNumber(day));

describe("calendar", () => {
  it("goes from days to numbers and back over leap days", () => {
    for (const day of ["1970-01-01", "2024-02-29", "2026-11-23", "1969-12-31"]) {
      expect(toDayString(toDayNumber(day))).toBe(day);
    }
    expect(toDayNumber("2024-03-01") - toDayNumber("2024-02-28")).toBe(2);
  });

  it.each(["2026-02-30", "2026-2-03", "yesterday", "2026-01-01T00:00:00Z", ""])("refuses %j", (day) => {
    expect(() => toDayNumber(day)).toThrow("not a calendar day");
  });

  it("counts weekdays from Monday", () => {
    expect(toWeekday(toDayNumber("2026-11-23"))).toBe(0);
    expect(toWeekday(toDayNumber("2026-11-22"))).toBe(6);
    expect(toWeekday(toDayNumber("1969-12-28"))).toBe(6);
  });

  it("starts the year at angle 0", () => {
    expect(toYearAngle(toDayNumber("2026-01-01"))).toBe(0);
    expect(toYearAngle(toDayNumber("2026-12-31"))).toBeCloseTo(2 * Math.PI, 1);
  });

  it("knows holidays, their eves and the shopping seasons", () => {
    expect(flagsOf("2026-07-04").isHoliday).toBe(true);
    expect(flagsOf("2026-07-03").isHolidayEve).toBe(true);
    expect(flagsOf("2026-11-26")).toMatchObject({ isHoliday: true, isThanksgivingWeek: true });
    expect(flagsOf("2025-11-28").isThanksgivingWeek).toBe(true);
    expect(flagsOf("2025-11-20").isThanksgivingWeek).toBe(false);
    expect(flagsOf("2026-12-20").isPreChristmas).toBe(true);
    expect(flagsOf("2027-01-02").isYearEnd).toBe(true);
    expect(flagsOf("2026-03-11")).toEqual({
      isHoliday: false,
      isHolidayEve: false,
      isThanksgivingWeek: false,
      isPreChristmas: false,
      isYearEnd: false,
    });
  });
});
