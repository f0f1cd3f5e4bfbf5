import { clsx } from "clsx";
import { ArrowDownRight, ArrowRight, ArrowUpRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormats } from "@/app/_i18n/use-formats";

/** Changes smaller than this read as steady. */
const STEADY = 0.02;

type TrendProps = {
  /** 0.25 is a quarter more; null where there is nothing to compare with. */
  value: number | null;
  /** True for numbers that should fall, such as refunds. */
  isDownGood?: boolean;
  className?: string;
};

/** A change in words, sign and arrow, and only then in colour. */
export function Trend({ value, isDownGood = false, className }: TrendProps) {
  const t = useTranslations("sales");
  const { change } = useFormats();
  if (value === null) {
    return (
      <span className={clsx("text-muted text-xs", className)}>
        <span aria-hidden>–</span>
        <span className="sr-only">{t("trend.nothing")}</span>
      </span>
    );
  }
  const isSteady = Math.abs(value) < STEADY;
  const Icon = isSteady ? ArrowRight : value > 0 ? ArrowUpRight : ArrowDownRight;
  const look = isSteady ? "text-muted" : value > 0 !== isDownGood ? "text-success" : "text-danger";
  return (
    <span className={clsx("inline-flex items-center gap-1 font-medium text-xs tabular-nums", look, className)}>
      <Icon aria-hidden className="size-3.5" />
      {change(value)}
    </span>
  );
}
