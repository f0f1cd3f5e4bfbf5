"use client";

import { useLocale } from "next-intl";
import type { Day } from "@/lib/shared/day";
import { toDate } from "@/lib/shared/day";

/** Names the month of a day, such as `Mar 2026`. */
export function useMonthName(): (month: Day) => string {
  const format = new Intl.DateTimeFormat(useLocale(), { month: "short", year: "numeric", timeZone: "UTC" });
  return (month) => format.format(toDate(month));
}
