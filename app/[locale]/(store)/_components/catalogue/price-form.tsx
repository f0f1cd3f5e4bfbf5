"use client";

import { useLocale, useTranslations } from "next-intl";
import { Slider } from "radix-ui";
import { type FormEvent, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Input } from "@/app/_components/ui/input";
import { useRouter } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
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

const STEPS = 60;

const thumbClass =
  "block size-5 rounded-full border-2 border-primary bg-background shadow-cover transition-transform hover:scale-110";

/** The least and the highest price, by a slider or as numbers. Without a script the numbers are sent as a form. */
export function PriceForm({ path, params, currency, minCents, maxCents, topCents }: PriceFormProps) {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  const router = useRouter();
  const { money } = useFormats();
  const unit = 10 ** minorDigits(currency);
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
  const amountOf = (amountCents: number) => money({ amountCents, currency });
  return (
    <form action={localizePath(path, locale)} onSubmit={onSubmit} className="grid gap-3 px-2 pt-2">
      {Object.entries(params).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Slider.Root
        aria-label={t("priceRange")}
        min={0}
        max={topCents}
        step={topCents / STEPS}
        minStepsBetweenThumbs={1}
        value={range}
        onValueChange={setRange}
        onValueCommit={([from = 0, to = topCents]) => show(from || undefined, to < topCents ? to : undefined)}
        className="relative flex h-6 touch-none select-none items-center"
      >
        <Slider.Track className="relative h-1.5 grow rounded-full bg-line">
          <Slider.Range className="absolute h-full rounded-full bg-primary" />
        </Slider.Track>
        <Slider.Thumb aria-label={t("priceLeast")} aria-valuetext={amountOf(least)} className={thumbClass} />
        <Slider.Thumb
          aria-label={t("priceMost")}
          aria-valuetext={most < topCents ? amountOf(most) : t("priceAny")}
          className={thumbClass}
        />
      </Slider.Root>
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
