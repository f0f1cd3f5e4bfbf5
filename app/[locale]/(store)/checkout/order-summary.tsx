"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { CoverArt } from "@/app/_components/cover-art";
import { Price } from "@/app/_components/price";
import { Button } from "@/app/_components/ui/button";
import { Card } from "@/app/_components/ui/card";
import { useFormats } from "@/app/_i18n/use-formats";
import { selectCheckout, selectIsCheckoutBusy } from "@/lib/client/features/checkout/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";
import type { CartLine, CartTotal } from "@/lib/shared/cart";
import { toPercentOff } from "@/lib/shared/money";

function useButtonText(total: CartTotal): string {
  const t = useTranslations("checkout.button");
  const { money } = useFormats();
  const { step } = useAppSelector(selectCheckout);
  if (step === "placing" || step === "confirming" || step === "paid") return t(step);
  if (step === "unknown") return t("again");
  return total.amountCents === 0 ? t("free") : t("pay", { amount: money(total) });
}

function SummaryLine({ line: { title, cover, price, bundle } }: { line: CartLine }) {
  const t = useTranslations("checkout.summary");
  const { discount } = useFormats();
  const shown = price && { ...price, discountPercent: toPercentOff(price.listCents, price.amountCents) };
  return (
    <li className="flex items-center gap-3 py-3">
      <div className="relative aspect-[3/4] w-12 shrink-0 overflow-hidden rounded-md bg-raised">
        <CoverArt picture={cover} title={title} sizes="3rem" isDecorative />
      </div>
      <div className="grid min-w-0 gap-1">
        <p className="font-medium text-sm">{title}</p>
        <Price price={shown} size="sm" />
        {bundle && (
          <p className="text-muted text-xs">
            {t("bundle", { title: bundle.title, discount: discount(bundle.percent) })}
          </p>
        )}
      </div>
    </li>
  );
}

function SumRow({ term, text }: { term: string; text: string }) {
  return (
    <div className="flex justify-between gap-4 text-sm">
      <dt className="text-muted">{term}</dt>
      <dd className="tabular-nums">{text}</dd>
    </div>
  );
}

/** The sum, and what it is taken from where anything is. */
function Sums({ lines, total }: { lines: CartLine[]; total: CartTotal }) {
  const t = useTranslations("checkout.summary");
  const common = useTranslations("common");
  const { money } = useFormats();
  const listCents = lines.reduce((sum, { price }) => sum + (price?.listCents ?? 0), 0);
  const inCurrency = (amountCents: number) => money({ amountCents, currency: total.currency });
  return (
    <dl className="grid gap-2 border-line border-t pt-4">
      {listCents > total.amountCents && (
        <>
          <SumRow term={t("listPrice")} text={inCurrency(listCents)} />
          <SumRow term={t("saved")} text={inCurrency(listCents - total.amountCents)} />
        </>
      )}
      <div className="flex items-baseline justify-between gap-4">
        <dt className="font-semibold">{t("total")}</dt>
        <dd className="font-bold text-2xl tabular-nums">
          {total.amountCents === 0 ? common("free") : inCurrency(total.amountCents)}
        </dd>
      </div>
    </dl>
  );
}

/** The games, the total and the button that orders them. */
export function OrderSummary({ lines, total }: { lines: CartLine[]; total: CartTotal }) {
  const t = useTranslations("checkout.summary");
  const isBusy = useAppSelector(selectIsCheckoutBusy);
  const isHydrated = useHydrated();
  const text = useButtonText(total);
  return (
    <Card className="grid gap-4 lg:sticky lg:top-24">
      <h2 className="font-semibold text-lg">{t("heading")}</h2>
      <ul className="-my-3 divide-y divide-line">
        {lines.map((line) => (
          <SummaryLine key={line.gameId} line={line} />
        ))}
      </ul>
      <Sums lines={lines} total={total} />
      <Button type="submit" size="lg" className="w-full" disabled={isBusy || !isHydrated}>
        <Lock aria-hidden />
        {text}
      </Button>
      {total.amountCents > 0 && <p className="text-muted text-xs">{t("promise")}</p>}
    </Card>
  );
}
