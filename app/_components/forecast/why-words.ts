import type { Day } from "@/lib/shared/day";
import { EFFECT_GROUPS, type EffectGroup, type WhyDay } from "@/lib/shared/forecast-why";
import type { Formats } from "@/lib/shared/formats/formats";
import type { ForecastTranslator } from "./translator";
import type { Effect, Step } from "./waterfall-steps";

/** Names what moves a forecast as it is on a day, such as its weekday and discount. */
export function nameEffect(
  group: EffectGroup,
  { day, discountPercent }: { day: Day; discountPercent: number },
  t: ForecastTranslator,
  { weekdayName }: Formats,
): string {
  if (group === "weekday") return weekdayName(day);
  if (group !== "discount") return t(`why.effects.${group}`);
  return discountPercent > 0 ? t("why.effects.discount", { percent: discountPercent }) : t("why.effects.noDiscount");
}

/** What moves a day's forecast, each by its name. */
export function toEffects({ effects }: WhyDay, nameOf: (group: EffectGroup) => string): Effect[] {
  return EFFECT_GROUPS.map((group) => ({ key: group, name: nameOf(group), units: effects[group] ?? 0 }));
}

/** The effects in words, the strongest first, such as `50 % off +7.9; Saturday +1.2`; empty where nothing moves it. */
export function describeSteps(steps: readonly Step[], { signed }: Formats): string {
  return steps
    .filter(({ kind }) => kind === "up" || kind === "down")
    .sort((one, other) => Math.abs(other.units) - Math.abs(one.units))
    .map(({ name, units }) => `${name} ${signed(units)}`)
    .join("; ");
}
