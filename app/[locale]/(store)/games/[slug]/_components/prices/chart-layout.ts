import { cutPriceSteps, type PriceStep } from "@/lib/shared/price-history";

/** Width and height that the paths are drawn in; the chart stretches them. */
export const CHART = { width: 1000, height: 240 } as const;

/** Room above the highest price, as a share of the height. */
const HEADROOM = 0.12;

/** A price on the chart: where it lies, in shares of the chart, and until when it held. */
export type PlottedStep = { step: PriceStep; untilMs: number; left: number; width: number; top: number };

export type ChartLayout = {
  steps: PlottedStep[];
  /** The line of the prices, and the area below it, as SVG paths. */
  line: string;
  area: string;
};

const round = (value: number) => Math.round(value * 10) / 10;

/** Lays the prices between two moments out, from nothing at the bottom to the highest of them. */
export function layOutPrices(all: readonly PriceStep[], fromMs: number, untilMs: number): ChartLayout {
  const steps = cutPriceSteps(all, fromMs, untilMs);
  const highest = Math.max(1, ...steps.map((step) => step.amountCents));
  const shareAt = (ms: number) => (ms - fromMs) / Math.max(1, untilMs - fromMs);
  const plotted = steps.map((step, place): PlottedStep => {
    const endMs = steps[place + 1]?.fromMs ?? untilMs;
    const left = shareAt(step.fromMs);
    const top = HEADROOM + (1 - HEADROOM) * (1 - step.amountCents / highest);
    return { step, untilMs: endMs, left, width: shareAt(endMs) - left, top };
  });
  const line = plotted
    .map(({ left, width, top }, place) => {
      const y = round(top * CHART.height);
      const start = place === 0 ? `M${round(left * CHART.width)} ${y}` : `V${y}`;
      return `${start}H${round((left + width) * CHART.width)}`;
    })
    .join("");
  const [first] = plotted;
  const area = first ? `${line}V${CHART.height}H${round(first.left * CHART.width)}Z` : "";
  return { steps: plotted, line, area };
}

/** Place of the step that holds at a share of the chart's width; the first one for what lies before it. */
export function findStepAt(steps: readonly PlottedStep[], share: number): number {
  const place = steps.findLastIndex(({ left }) => left <= share);
  return Math.max(0, place);
}
