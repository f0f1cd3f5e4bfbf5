"use client";

import { useTranslations } from "next-intl";
import { GRAINS } from "@/lib/shared/sales-series";
import { RANGES } from "./chart-span";
import { TableToggle, Toggle, ToggleGroup } from "./toggle";
import type { ChartView } from "./use-chart-view";

type ChartToolbarProps = {
  view: ChartView;
  tableId: string;
  isTableShown: boolean;
  onTableToggle: () => void;
};

export function ChartToolbar({ view, tableId, isTableShown, onTableToggle }: ChartToolbarProps) {
  const t = useTranslations("charts");
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ToggleGroup label={t("ranges.label")}>
        {RANGES.map(({ id }) => (
          <Toggle key={id} isPressed={view.range === id} onClick={() => view.selectRange(id)}>
            {t(`ranges.${id}`)}
          </Toggle>
        ))}
      </ToggleGroup>
      <ToggleGroup label={t("grains.label")}>
        {GRAINS.map((grain) => (
          <Toggle key={grain} isPressed={view.grain === grain} onClick={() => view.selectGrain(grain)}>
            {t(`grains.${grain}`)}
          </Toggle>
        ))}
      </ToggleGroup>
      <TableToggle tableId={tableId} isShown={isTableShown} onToggle={onTableToggle} />
    </div>
  );
}
