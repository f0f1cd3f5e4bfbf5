import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/app/_components/ui/card";
import { useFormats } from "@/app/_i18n/use-formats";
import type { GameForecast } from "@/lib/shared/forecast";
import type { DiscountSpan } from "@/lib/shared/sales";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="break-words font-medium">{children}</dd>
    </div>
  );
}

type Forecast = NonNullable<GameForecast["forecast"]>;

type HowToReadProps = { forecast: Forecast; discounts: readonly DiscountSpan[] };

/** How to read the forecast's line and bands. */
export function HowToRead({ forecast: { madeFrom }, discounts }: HowToReadProps) {
  const t = useTranslations("forecast");
  const { discount } = useFormats();
  const ahead = discounts.filter(({ to }) => to > madeFrom);
  return (
    <Card className="grid content-start gap-3 p-4 text-sm sm:p-5">
      <h2 className="font-semibold text-lg">{t("howToRead.title")}</h2>
      <p className="text-muted">{t("howToRead.days")}</p>
      <p className="text-muted">{t("howToRead.sums")}</p>
      <p className="text-muted">
        {ahead.length > 0
          ? t("howToRead.discounts", {
              discounts: ahead.map(({ name, discountPercent }) => `${name} (${discount(discountPercent)})`).join(", "),
            })
          : t("howToRead.noDiscounts")}
      </p>
    </Card>
  );
}

/** What a forecast was made from, and by which model. */
export function WhereItComesFrom({ forecast: { model, madeFrom, source, days } }: { forecast: Forecast }) {
  const t = useTranslations("forecast");
  const { day } = useFormats();
  const lastDay = days.at(-1)?.day;
  return (
    <Card className="content-start p-4 text-sm sm:p-5">
      <h2 className="mb-3 font-semibold text-lg">{t("facts.title")}</h2>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[repeat(auto-fit,minmax(13rem,1fr))]">
        <Fact name={t("facts.madeFrom")}>{day(madeFrom)}</Fact>
        {lastDay && <Fact name={t("facts.reachesTo")}>{day(lastDay)}</Fact>}
        <Fact name={t("facts.madeBy")}>{t(`sources.${source}`)}</Fact>
        <Fact name={t("facts.model")}>{model.version}</Fact>
        <Fact name={t("facts.trainedUpTo")}>{day(model.trainedThrough)}</Fact>
        <Fact name={t("facts.trainedWith")}>
          {t("facts.backend", { backend: model.backend === "wasm" ? "WebAssembly" : model.backend })}
        </Fact>
      </dl>
    </Card>
  );
}
