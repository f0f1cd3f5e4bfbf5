import { formatCount } from "./chart-format";

const WIDTH = 112;
const HEIGHT = 28;
const INSET = 2;

type SparklineProps = { values: readonly number[]; label: string };

/** A small line of values; its words say what its shape shows. */
export function Sparkline({ values, label }: SparklineProps) {
  const highest = Math.max(1, ...values);
  const step = (WIDTH - 2 * INSET) / Math.max(1, values.length - 1);
  const points = values.map((value, index) => {
    const y = HEIGHT - INSET - (value / highest) * (HEIGHT - 2 * INSET);
    return `${(INSET + index * step).toFixed(1)} ${y.toFixed(1)}`;
  });
  const line = `M${points.join("L")}`;
  const [lowest, top] = [Math.min(...values), Math.max(...values)];
  return (
    <svg
      role="img"
      aria-label={`${label}: from ${formatCount(lowest)} to ${formatCount(top)} a day`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="h-7 w-28 shrink-0"
    >
      <path
        d={`${line}L${WIDTH - INSET} ${HEIGHT}L${INSET} ${HEIGHT}Z`}
        fill="var(--color-chart-2)"
        fillOpacity="0.14"
      />
      <path d={line} fill="none" stroke="var(--color-chart-2)" strokeWidth="1.5" strokeLinejoin="round" />
    </svg>
  );
}
