import { useTranslations } from "next-intl";
import { useFormats } from "@/app/_i18n/use-formats";

const WIDTH = 112;
const HEIGHT = 28;
const INSET = 2;

/** The units of the last days as a small line; its words say what its shape shows. */
export function Sparkline({ values }: { values: readonly number[] }) {
  const t = useTranslations("charts");
  const { count } = useFormats();
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
      aria-label={t("sparkline", { days: values.length, lowest: count(lowest), highest: count(top) })}
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
