import { useTranslations } from "next-intl";
import { useFormats } from "@/app/_i18n/use-formats";
import type { LowestPrice as Lowest } from "@/lib/shared/price-history";

type LowestPriceProps = { lowest: Lowest; currency: string };

/** What a reduced price must be compared with by law: the lowest one of the 30 days before. */
export function LowestPrice({ lowest, currency }: LowestPriceProps) {
  const t = useTranslations("game.price");
  const { money } = useFormats();
  if (!lowest.isBeforeReduction) return null;
  const { amountCents } = lowest;
  return <p className="text-muted text-sm">{t("lowestBefore", { price: money({ amountCents, currency }) })}</p>;
}
