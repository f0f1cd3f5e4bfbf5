"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useMemo, useState } from "react";
import { Toggle, ToggleGroup } from "@/app/_components/charts/toggle";
import { useFormats } from "@/app/_i18n/use-formats";
import { toDay } from "@/lib/shared/day";
import { PRICE_SPANS, type PriceSpan, type PriceStep } from "@/lib/shared/price-history";
import { CHART, type ChartLayout, findStepAt, layOutPrices } from "./chart-layout";
import { useStepText } from "./use-step-text";

const DAY_MS = 86_400_000;

type PriceChartProps = { steps: PriceStep[]; currency: string; now: number };

/** The spans that are shorter than the history, and all of it. */
function listSpans(steps: readonly PriceStep[], now: number): PriceSpan[] {
  const ageMs = now - (steps[0]?.fromMs ?? now);
  const spans: PriceSpan[] = ["quarter", "year", "all"];
  return spans.filter((span) => (PRICE_SPANS[span] ?? 0) * DAY_MS < ageMs);
}

function startOf(span: PriceSpan, steps: readonly PriceStep[], now: number): number {
  const days = PRICE_SPANS[span];
  return days === null ? (steps[0]?.fromMs ?? now) : now - days * DAY_MS;
}

type ReaderProps = { layout: ChartLayout; place: number; onPlace: (place: number) => void; currency: string };

const STEPS: Record<string, (place: number, last: number) => number> = {
  ArrowLeft: (place) => place - 1,
  ArrowDown: (place) => place - 1,
  ArrowRight: (place) => place + 1,
  ArrowUp: (place) => place + 1,
  Home: () => 0,
  End: (_place, last) => last,
};

/** Reads the chart price by price: by pointer and finger where it is touched, by keys one after the other. */
function Reader({ layout: { steps }, place, onPlace, currency }: ReaderProps) {
  const t = useTranslations("gameLive.prices");
  const toText = useStepText(currency);
  const current = steps[place];
  if (!current) return null;
  const text = toText(current);
  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    onPlace(findStepAt(steps, (event.clientX - left) / width));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = STEPS[event.key]?.(place, steps.length - 1);
    if (next === undefined) return;
    event.preventDefault();
    onPlace(Math.min(steps.length - 1, Math.max(0, next)));
  };
  const [left, width, top] = [current.left, current.width, current.top].map((share) => `${share * 100}%`);
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t("reader")}
      aria-valuemin={1}
      aria-valuemax={steps.length}
      aria-valuenow={place + 1}
      aria-valuetext={`${text.days}: ${text.price}`}
      onPointerMove={onPointer}
      onPointerDown={onPointer}
      onKeyDown={onKeyDown}
      className="absolute inset-0 touch-pan-y rounded-lg"
    >
      <span aria-hidden className="absolute inset-y-0 bg-primary/12" style={{ left, width }} />
      <span
        aria-hidden
        className="absolute h-1 -translate-y-1/2 rounded-full bg-primary"
        style={{ left, width, top }}
      />
    </div>
  );
}

function Plot({ layout }: { layout: ChartLayout }) {
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${CHART.width} ${CHART.height}`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full"
    >
      <path d={layout.area} className="fill-chart-1/15" />
      <path d={layout.line} vectorEffect="non-scaling-stroke" className="fill-none stroke-2 stroke-chart-1" />
    </svg>
  );
}

/** The highest and the lowest price, at their heights. */
function Levels({ layout, currency }: { layout: ChartLayout; currency: string }) {
  const { money } = useFormats();
  const byAmount = layout.steps.toSorted((one, other) => other.step.amountCents - one.step.amountCents);
  const ends = [byAmount[0], byAmount.at(-1)].filter((one, at, all) => at === 0 || one?.top !== all[0]?.top);
  return ends.map(
    (plotted) =>
      plotted && (
        <div
          key={plotted.top}
          aria-hidden
          className="pointer-events-none absolute inset-x-0 border-line border-t border-dashed"
          style={{ top: `${plotted.top * 100}%` }}
        >
          <span className="absolute bottom-0.5 left-0 text-muted text-xs tabular-nums">
            {money({ amountCents: plotted.step.amountCents, currency })}
          </span>
        </div>
      ),
  );
}

/** What a game cost over a quarter, a year or ever: a line that is read price by price. */
export function PriceChart({ steps, currency, now }: PriceChartProps) {
  const t = useTranslations("gameLive.prices");
  const { day } = useFormats();
  const toText = useStepText(currency);
  const spans = useMemo(() => listSpans(steps, now), [steps, now]);
  const [span, setSpan] = useState<PriceSpan>(spans.includes("year") ? "year" : "all");
  const fromMs = startOf(span, steps, now);
  const layout = useMemo(() => layOutPrices(steps, fromMs, now), [steps, fromMs, now]);
  const [chosen, setChosen] = useState<number | null>(null);
  const place = Math.min(chosen ?? layout.steps.length - 1, layout.steps.length - 1);
  const current = layout.steps[place];
  return (
    <div className="grid gap-3">
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-6 gap-y-2">
        {current && (
          <p aria-hidden className="text-sm tabular-nums">
            <span className="font-semibold">{toText(current).price}</span>
            <span className="ml-2 text-muted">{toText(current).days}</span>
          </p>
        )}
        {spans.length > 1 && (
          <ToggleGroup label={t("span")}>
            {spans.map((one) => (
              <Toggle
                key={one}
                isPressed={one === span}
                onClick={() => {
                  setSpan(one);
                  setChosen(null);
                }}
              >
                {t(one)}
              </Toggle>
            ))}
          </ToggleGroup>
        )}
      </div>
      <div className="relative h-52 sm:h-60">
        <Plot layout={layout} />
        <Levels layout={layout} currency={currency} />
        <Reader layout={layout} place={place} onPlace={setChosen} currency={currency} />
      </div>
      <p aria-hidden className="flex justify-between text-muted text-xs tabular-nums">
        <span>{day(toDay(new Date(fromMs)))}</span>
        <span>{t("today")}</span>
      </p>
    </div>
  );
}
