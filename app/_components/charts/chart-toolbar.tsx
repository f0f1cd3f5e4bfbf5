"use client";

import { clsx } from "clsx";
import { Table2 } from "lucide-react";
import type { ReactNode } from "react";
import { GRAINS } from "@/lib/shared/sales-series";
import { RANGES } from "./chart-span";
import type { ChartView } from "./use-chart-view";

const grainLabels = { day: "Daily", week: "Weekly" } as const;

type ToggleProps = { isPressed: boolean; onClick: () => void; children: ReactNode };

function Toggle({ isPressed, onClick, children }: ToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={isPressed}
      onClick={onClick}
      className={clsx(
        "inline-flex h-8 items-center gap-1.5 rounded-md px-2.5 font-medium text-xs transition-colors",
        isPressed ? "bg-raised text-foreground ring-1 ring-muted/60 ring-inset" : "text-muted hover:text-foreground",
      )}
    >
      {children}
    </button>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="flex rounded-lg border border-line bg-background p-0.5">
      <legend className="sr-only">{label}</legend>
      {children}
    </fieldset>
  );
}

type ChartToolbarProps = {
  view: ChartView;
  tableId: string;
  isTableShown: boolean;
  onTableToggle: () => void;
};

export function ChartToolbar({ view, tableId, isTableShown, onTableToggle }: ChartToolbarProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Group label="Range of days shown">
        {RANGES.map(({ id, label }) => (
          <Toggle key={id} isPressed={view.range === id} onClick={() => view.selectRange(id)}>
            {label}
          </Toggle>
        ))}
      </Group>
      <Group label="Length of a point">
        {GRAINS.map((grain) => (
          <Toggle key={grain} isPressed={view.grain === grain} onClick={() => view.selectGrain(grain)}>
            {grainLabels[grain]}
          </Toggle>
        ))}
      </Group>
      <button
        type="button"
        aria-expanded={isTableShown}
        aria-controls={tableId}
        onClick={onTableToggle}
        className="inline-flex h-9 items-center gap-1.5 rounded-lg border border-line bg-background px-2.5 font-medium text-muted text-xs transition-colors hover:text-foreground sm:ml-auto"
      >
        <Table2 aria-hidden className="size-4" />
        {isTableShown ? "Hide the table" : "Show as table"}
      </button>
    </div>
  );
}
