"use client";

import { useTranslations } from "next-intl";
import { Slider } from "radix-ui";
import { useFormats } from "@/app/_i18n/use-formats";

const STEPS = 60;

const thumbClass =
  "block size-5 rounded-full border-2 border-primary bg-background shadow-cover transition-transform hover:scale-110";

type PriceSliderProps = {
  currency: string;
  /** Where it ends: everything dearer is at its end too. */
  topCents: number;
  /** The least and the highest price, in cents. */
  range: number[];
  onChange: (range: number[]) => void;
  /** Once a thumb is let go; an end of the slider is no limit. */
  onCommit: (from: number | undefined, to: number | undefined) => void;
};

/** The least and the highest price as two thumbs of one slider. */
export function PriceSlider({ currency, topCents, range, onChange, onCommit }: PriceSliderProps) {
  const t = useTranslations("catalogue");
  const { money } = useFormats();
  const [least = 0, most = topCents] = range;
  const amountOf = (amountCents: number) => money({ amountCents, currency });
  return (
    <Slider.Root
      aria-label={t("priceRange")}
      min={0}
      max={topCents}
      step={topCents / STEPS}
      minStepsBetweenThumbs={1}
      value={range}
      onValueChange={onChange}
      onValueCommit={([from = 0, to = topCents]) => onCommit(from || undefined, to < topCents ? to : undefined)}
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
  );
}
