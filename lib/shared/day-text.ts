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

const momentFormat = new Intl.DateTimeFormat("en-US", {
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "UTC",
});

/** A moment for people, such as `Nov 24, 02:00 UTC`. */
export function formatMoment(moment: Date): string {
  return `${momentFormat.format(moment)} UTC`;
}

const MINUTE_MS = 60_000;

/** How long something still holds, in its largest unit, such as `3 days`; it is for people, so it rounds down. */
export function formatTimeLeft(endsAt: Date, now: Date): string {
  const minutes = Math.max(0, Math.floor((endsAt.getTime() - now.getTime()) / MINUTE_MS));
  const [count, unit] =
    minutes >= 2 * 24 * 60
      ? [Math.floor(minutes / (24 * 60)), "day"]
      : minutes >= 60
        ? [Math.floor(minutes / 60), "hour"]
        : [minutes, "minute"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
