import { type Day, weekdayOf } from "@/lib/shared/day";
import { EFFECT_GROUPS, EFFECT_NAMES, type WhyDay } from "@/lib/shared/forecast-why";
import { formatSigned } from "../charts/chart-format";
import type { Effect, Step } from "./waterfall-steps";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

function nameOf(group: Effect["key"], day: Day, discountPercent: number): string | undefined {
  if (group === "weekday") return WEEKDAYS[weekdayOf(day)];
  if (group === "discount") return discountPercent > 0 ? `${discountPercent} % off` : "Price, no discount";
  return undefined;
}

/** What moves a day's forecast, named as it is on that day. */
export function toEffects({ day, effects }: WhyDay, discountPercent: number): Effect[] {
  return EFFECT_GROUPS.map((group) => ({
    key: group,
    name: nameOf(group, day, discountPercent) ?? EFFECT_NAMES[group],
    units: effects[group] ?? 0,
  }));
}

/** The effects in words, the strongest first, such as `50 % off +7.9, Saturday +1.2`; empty where nothing moves it. */
export function describeSteps(steps: readonly Step[]): string {
  return steps
    .filter(({ kind }) => kind === "up" || kind === "down")
    .sort((one, other) => Math.abs(other.units) - Math.abs(one.units))
    .map(({ name, units }) => `${name} ${formatSigned(units)}`)
    .join(", ");
}
