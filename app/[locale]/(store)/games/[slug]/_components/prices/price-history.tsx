import { useTranslations } from "next-intl";
import { useFormats } from "@/app/_i18n/use-formats";
import type { PriceHistory as History } from "@/lib/server/catalogue/price-history";
import { toDay } from "@/lib/shared/day";
import type { PriceStep } from "@/lib/shared/price-history";
import { PriceChart } from "./price-chart";
import { PriceTable } from "./price-table";

/** The cheapest it ever was; of equal prices the latest. */
function findCheapest(steps: readonly PriceStep[]): PriceStep | undefined {
  return steps.reduce<PriceStep | undefined>(
    (best, step) => (best && best.amountCents < step.amountCents ? best : step),
    undefined,
  );
}

type PriceHistoryProps = { history: History; now: number };

/** What the game cost so far: in a sentence, as a chart and as a table. */
export function PriceHistory({ history: { steps, currency, lowest }, now }: PriceHistoryProps) {
  const t = useTranslations("game.prices");
  const { day, money } = useFormats();
  const cheapest = findCheapest(steps);
  const isEver = cheapest && steps.length > 1;
  return (
    <figure className="grid gap-4 rounded-card border border-line bg-surface p-5">
      <figcaption className="grid gap-1 text-sm">
        {lowest && (
          <p>
            {t(lowest.isBeforeReduction ? "lowestBefore" : "lowestNow", {
              price: money({ amountCents: lowest.amountCents, currency }),
            })}
          </p>
        )}
        {isEver && (
          <p className="text-muted">
            {t("cheapest", {
              price: money({ amountCents: cheapest.amountCents, currency }),
              day: day(toDay(new Date(cheapest.fromMs))),
            })}
          </p>
        )}
      </figcaption>
      <PriceChart steps={steps} currency={currency} now={now} />
      <PriceTable steps={steps} currency={currency} />
    </figure>
  );
}
