import type { Locale } from "../locale";
import { once } from "../once";
import { NO_BREAK } from "./number-formats";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

type Unit = "second" | "minute" | "hour" | "day";

/** A span in its largest unit, rounded down; days begin at two of them. */
function toLargest(ms: number): [number, Unit] {
  const minutes = Math.floor(Math.max(0, ms) / MINUTE_MS);
  if (minutes < 1) return [Math.floor(Math.max(0, ms) / SECOND_MS), "second"];
  if (minutes < 60) return [minutes, "minute"];
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? [hours, "hour"] : [Math.floor(hours / 24), "day"];
}

/** Writes spans of time in a language. */
export function createSpanFormats(locale: Locale) {
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  const measure = (value: number, unit: string, digits = 0) => `${number(value, digits)}${NO_BREAK}${unit}`;
  const inWords = (value: number, unit: Unit) =>
    new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
  const ago = once(() => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));

  return {
    /** How long something took, in its largest two units, such as `6 min 11 s`. */
    span: (ms: number) => {
      if (ms < SECOND_MS) return measure(Math.max(0, Math.round(ms)), "ms");
      if (ms < MINUTE_MS) return measure(ms / SECOND_MS, "s", ms < 10 * SECOND_MS ? 1 : 0);
      const minutes = Math.floor(ms / MINUTE_MS);
      if (minutes < 60) return `${measure(minutes, "min")} ${measure(Math.floor((ms % MINUTE_MS) / SECOND_MS), "s")}`;
      const hours = Math.floor(minutes / 60);
      return hours < 48
        ? `${measure(hours, "h")} ${measure(minutes % 60, "min")}`
        : inWords(Math.floor(hours / 24), "day");
    },
    /** How long something took in its largest unit, for places with little room. */
    shortSpan: (ms: number) => {
      if (ms < 950) return measure(Math.round(ms), "ms");
      if (ms < 9950) return measure(ms / SECOND_MS, "s", 1);
      if (ms < MINUTE_MS) return measure(Math.round(ms / SECOND_MS), "s");
      const minutes = Math.round(ms / MINUTE_MS);
      if (minutes < 60) return measure(minutes, "m");
      const hours = Math.round(minutes / 60);
      return hours < 48 ? measure(hours, "h") : measure(Math.round(hours / 24), "d");
    },
    /** How long something has held, in words, such as `3 hours`. */
    age: (ms: number) => inWords(...toLargest(ms)),
    /** How long ago something was, in words, such as `3 hours ago`. */
    ago: (ms: number) => {
      const [value, unit] = toLargest(ms);
      return ago().format(unit === "second" ? 0 : -value, unit);
    },
  };
}
