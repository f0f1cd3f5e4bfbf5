import { YOUNG_BELOW_DAYS } from "@/lib/shared/forecast";
import type { Caution } from "@/lib/shared/forecast-plan";
import type { Formats } from "@/lib/shared/formats/formats";
import type { ForecastTranslator } from "./translator";

type About<Name extends Caution["about"]> = Extract<Caution, { about: Name }>;

/** What a caution is told with: its language, and the currency of its prices. */
export type CautionSpeech = { t: ForecastTranslator; formats: Formats; currency: string };

function describeDiscount(caution: About<"discount">, { t, formats: { list } }: CautionSpeech): string[] {
  const { discountPercent: percent, gameDepths, storeDepths } = caution;
  const named = (depths: number[]) => list(depths.map(String));
  const own =
    gameDepths.length > 0
      ? t("whatIf.cautions.otherDiscounts", { percent, depths: named(gameDepths) })
      : t("whatIf.cautions.neverDiscounted");
  if (storeDepths.length === 0) return [own, t("whatIf.cautions.storeNever")];
  return storeDepths.includes(percent)
    ? [own, t("whatIf.cautions.storeKnows", { percent })]
    : [own, t("whatIf.cautions.storeOthers", { percent, depths: named(storeDepths) })];
}

function describePrice({ priceCents, gamePrices, storeRange }: About<"price">, speech: CautionSpeech): string[] {
  const { t, formats, currency } = speech;
  const money = (amountCents: number) => formats.money({ amountCents, currency });
  const own =
    gamePrices.length > 0
      ? t("whatIf.cautions.otherPrices", { price: money(priceCents), prices: formats.list(gamePrices.map(money)) })
      : t("whatIf.cautions.noPrice");
  if (!storeRange) return [own];
  const [lowest, highest] = storeRange;
  return [own, t("whatIf.cautions.storePrices", { lowest: money(lowest), highest: money(highest) })];
}

function describeDates({ from, through }: About<"dates">, { t, formats: { day } }: CautionSpeech): string[] {
  if (from === through) return [t("whatIf.cautions.deeperOn", { from: day(from) })];
  return [t("whatIf.cautions.deeperBetween", { from: day(from), through: day(through) })];
}

/** A reason to trust an answer less, in plain words. */
export function describeCaution(caution: Caution, speech: CautionSpeech): string {
  switch (caution.about) {
    case "method":
      return speech.t(`whatIf.cautions.${caution.reason}`, { days: YOUNG_BELOW_DAYS });
    case "discount":
      return describeDiscount(caution, speech).join(" ");
    case "price":
      return describePrice(caution, speech).join(" ");
    case "dates":
      return describeDates(caution, speech).join(" ");
  }
}
