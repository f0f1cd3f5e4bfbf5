import { expect, it } from "vitest";
import { daySchema } from "./day-schema";

it.each(["0001-01-01", "2024-02-29", "9999-12-31"])("%s is a day", (day) => {
  expect(daySchema.parse(day)).toBe(day);
});

it.each(["0000-01-01", "0000-12-31", "2026-02-30", "2025-02-29", "10000-01-01", "-0001-01-01", "2026-1-1", ""])(
  "%j is none",
  (day) => {
    const { error } = daySchema.safeParse(day);
    expect(error?.issues.map(({ message }) => message)).toContainEqual(expect.stringContaining("noSuchCalendarDay"));
  },
);
