"use client";

import { GRAINS } from "@/lib/shared/sales-series";
import { RANGES } from "./chart-span";
import { TableToggle, Toggle, ToggleGroup } from "./toggle";
import type { ChartView } from "./use-chart-view";

const grainLabels = { day: "Daily", week: "Weekly" } as const;

type ChartToolbarProps = {
  view: ChartView;
  tableId: string;
  isTableShown: boolean;
  onTableToggle: () => void;
};

export function ChartToolbar({ view, tableId, isTableShown, onTableToggle }: ChartToolbarProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ToggleGroup label="Range of days shown">
        {RANGES.map(({ id, label }) => (
          <Toggle key={id} isPressed={view.range === id} onClick={() => view.selectRange(id)}>
            {label}
          </Toggle>
        ))}
      </ToggleGroup>
      <ToggleGroup label="Length of a point">
        {GRAINS.map((grain) => (
          <Toggle key={grain} isPressed={view.grain === grain} onClick={() => view.selectGrain(grain)}>
            {grainLabels[grain]}
          </Toggle>
        ))}
      </ToggleGroup>
      <TableToggle tableId={tableId} isShown={isTableShown} onToggle={onTableToggle} />
    </div>
  );
}
