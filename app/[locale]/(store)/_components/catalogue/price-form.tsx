"use client";

import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Input } from "@/app/_components/ui/input";
import { useSeen } from "@/app/_components/use-seen";
import { useRouter } from "@/app/_i18n/navigation";
import { localizePath } from "@/lib/shared/locale";
import { minorDigits } from "@/lib/shared/money";
import { toCents } from "./to-cents";

export type PriceFormProps = {
  /** The page's address and its other filters. */
  path: string;
  params: Record<string, string>;
  currency: string;
  minCents: number | undefined;
  maxCents: number | undefined;
  /** Where the slider ends: everything dearer is at its end too. */
  topCents: number;
};

/** Loaded where the filters are seen: on a phone, once they are opened. */
const PriceSlider = dynamic(() => import("./price-slider").then((module) => module.PriceSlider), { ssr: false });

/** The least and the highest price, by a slider or as numbers. Without a script the numbers are sent as a form. */
export function PriceForm({ path, params, currency, minCents, maxCents, topCents }: PriceFormProps) {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  const router = useRouter();
  const unit = 10 ** minorDigits(currency);
  const [sliderPlace, isSeen] = useSeen<HTMLDivElement>();
  const [range, setRange] = useState([minCents ?? 0, maxCents ?? topCents]);
  const [least = 0, most = topCents] = range;

  const show = (from: number | undefined, to: number | undefined) => {
    const query = new URLSearchParams(params);
    if (from) query.set("priceMinCents", String(from));
    if (to !== undefined) query.set("priceMaxCents", String(to));
    router.push(query.size > 0 ? `${path}?${query}` : path, { scroll: false });
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [from, to] = ["priceMin", "priceMax"].map((name) => toCents(String(form.get(name) ?? ""), currency));
    const isTurned = from !== undefined && to !== undefined && from > to;
    show(isTurned ? to : from, isTurned ? from : to);
  };
  return (
    <form action={localizePath(path, locale)} onSubmit={onSubmit} className="grid gap-3 px-2 pt-2">
      {Object.entries(params).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div ref={sliderPlace} className="h-6">
        {isSeen && (
          <PriceSlider currency={currency} topCents={topCents} range={range} onChange={setRange} onCommit={show} />
        )}
      </div>
      <div className="flex items-center gap-2">
        <Input
          name="priceMin"
          inputMode="decimal"
          aria-label={t("priceLeastIn", { currency })}
          key={`min ${least}`}
          defaultValue={least > 0 ? String(least / unit) : ""}
          placeholder={t("priceFromHint")}
          className="min-w-0 pr-1.5 pl-2.5"
        />
        <span aria-hidden className="text-muted">
          –
        </span>
        <Input
          name="priceMax"
          inputMode="decimal"
          aria-label={t("priceMostIn", { currency })}
          key={`max ${most}`}
          defaultValue={most < topCents ? String(most / unit) : maxCents === undefined ? "" : String(maxCents / unit)}
          placeholder={t("priceToHint")}
          className="min-w-0 pr-1.5 pl-2.5"
        />
        <Button type="submit" variant="secondary" className="px-3">
          {t("priceApply")}
        </Button>
      </div>
    </form>
  );
}
