import { type Day, toDate } from "./day";

const dayFormat = new Intl.DateTimeFormat("en-US", {
  year: "numeric",
  month: "short",
  day: "numeric",
  timeZone: "UTC",
});

/** A UTC day for people, such as `Mar 4, 2026`, the same wherever it is rendered. */
export function formatDay(day: Day): string {
  return dayFormat.format(toDate(day));
}
