import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

function Mark({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 24 12" className="h-3 w-6 shrink-0" aria-hidden="true">
      {children}
    </svg>
  );
}

type ChartLegendProps = { hasActual: boolean; hasForecast: boolean; hasQuartiles: boolean; hasDiscounts: boolean };

/** What the lines and areas mean; they differ in their dashes and hatching too, not only in colour. */
export function ChartLegend({ hasActual, hasForecast, hasQuartiles, hasDiscounts }: ChartLegendProps) {
  const t = useTranslations("charts");
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1.5 text-muted text-xs">
      {hasActual && (
        <li className="flex items-center gap-2">
          <Mark>
            <path d="M0 6h24" stroke="var(--color-chart-2)" strokeWidth="2" />
          </Mark>
          {t("sold")}
        </li>
      )}
      {hasForecast && (
        <>
          <li className="flex items-center gap-2">
            <Mark>
              <path d="M0 6h24" stroke="var(--color-chart-1)" strokeWidth="2" strokeDasharray="5 3" />
            </Mark>
            {t("forecast")}
          </li>
          {hasQuartiles && (
            <li className="flex items-center gap-2">
              <Mark>
                <rect width="24" height="12" rx="2" fill="var(--color-chart-1)" fillOpacity="0.45" />
              </Mark>
              {t("band50")}
            </li>
          )}
          <li className="flex items-center gap-2">
            <Mark>
              <rect width="24" height="12" rx="2" fill="var(--color-chart-1)" fillOpacity="0.2" />
            </Mark>
            {t("band80")}
          </li>
        </>
      )}
      {hasDiscounts && (
        <li className="flex items-center gap-2">
          <Mark>
            <rect width="24" height="12" rx="2" fill="var(--color-chart-3)" fillOpacity="0.12" />
            <path d="M2 12 14 0M10 12 22 0" stroke="var(--color-chart-3)" strokeOpacity="0.7" strokeWidth="1.5" />
          </Mark>
          {t("onSale")}
        </li>
      )}
    </ul>
  );
}
