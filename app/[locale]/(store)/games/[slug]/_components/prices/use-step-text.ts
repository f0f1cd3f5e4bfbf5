import { useTranslations } from "next-intl";
import { useFormats } from "@/app/_i18n/use-formats";
import { toDay } from "@/lib/shared/day";
import type { PlottedStep } from "./chart-layout";

/** Says of a price when it held and what it was. */
export function useStepText(currency: string): (plotted: PlottedStep) => { days: string; price: string } {
  const t = useTranslations("gameLive.prices");
  const { day, money, discount } = useFormats();
  return ({ step, untilMs }) => {
    const [from, until] = [toDay(new Date(step.fromMs)), toDay(new Date(untilMs - 1))];
    const amount = money({ amountCents: step.amountCents, currency });
    return {
      days: from === until ? day(from) : t("days", { from: day(from), until: day(until) }),
      price: step.discountPercent > 0 ? `${amount} (${discount(step.discountPercent)})` : amount,
    };
  };
}
