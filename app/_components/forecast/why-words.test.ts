import { expect, it } from "vitest";
import { toFormats } from "@/lib/shared/formats/formats";
import type { Locale } from "@/lib/shared/locale";
import { translatorOf } from "@/lib/shared/messages/test-translator";
import { toSteps } from "./waterfall-steps";
import { describeSteps, nameEffect, toEffects } from "./why-words";

const why = {
  day: "2026-12-05",
  level: 3.1,
  effects: { weekday: 1.2, discount: 7.9, season: 0, age: -0.04, trend: -0.4 },
  forecast: 11.76,
};

function effectsIn(locale: Locale, discountPercent: number) {
  const t = translatorOf(locale, "forecast");
  return toEffects(why, (group) => nameEffect(group, { day: why.day, discountPercent }, t, toFormats(locale)));
}

it("names the effects as they are on the day, and keeps every unit of them", () => {
  const effects = effectsIn("en", 50);
  expect(effects.map(({ name }) => name)).toEqual([
    "Saturday",
    "50 % off",
    "Holidays and season",
    "Time since release",
    "Recent trend",
  ]);
  expect(effects.reduce((sum, { units }) => sum + units, why.level)).toBeCloseTo(why.forecast, 9);
  expect(effectsIn("en", 0).map(({ name }) => name)).toContain("Price, no discount");
});

it("says the strongest first, and nothing of what rounds to nothing", () => {
  const wordsIn = (locale: Locale) =>
    describeSteps(toSteps({ name: "", units: why.level }, effectsIn(locale, 50), ""), toFormats(locale));
  expect(wordsIn("en")).toBe("50 % off +7.9; Saturday +1.2; Recent trend −0.4");
  expect(wordsIn("es")).toBe("50 % de descuento +7,9; sábado +1,2; Tendencia reciente −0,4");
  expect(describeSteps(toSteps({ name: "", units: why.level }, [], ""), toFormats("en"))).toBe("");
});
