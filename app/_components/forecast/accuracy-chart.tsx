"use client";

import { useId, useState } from "react";
import { formatAmount, formatPeriod, formatShare } from "@/app/_components/charts/chart-format";
import { NumberTable } from "@/app/_components/charts/number-table";
import { TableToggle, Toggle, ToggleGroup } from "@/app/_components/charts/toggle";
import type { TrackRecord } from "@/lib/shared/ledger";
import { AccuracyPlots } from "./accuracy-plots";
import { REACH_NAMES, type Reach, toAccuracyPoints } from "./accuracy-points";

function Key() {
  const items = [
    { name: "Our error, units a day", look: "border-chart-1 border-t-2" },
    { name: "Repeating last week", look: "border-muted border-t-2 border-dashed" },
    { name: "Days inside the 80 % band", look: "h-3 rounded-sm bg-chart-2/55" },
  ];
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1.5 text-muted text-xs">
      {items.map(({ name, look }) => (
        <li key={name} className="flex items-center gap-2">
          <span aria-hidden className={`w-6 ${look}`} />
          {name}
        </li>
      ))}
    </ul>
  );
}

const toText = (value: number | null, format: (value: number) => string) => (value === null ? "–" : format(value));

/** A track record week by week, for forecasts of any reach, with the same numbers as a table. */
export function AccuracyChart({ record, name }: { record: TrackRecord; name: string }) {
  const tableId = useId();
  const [reach, setReach] = useState<Reach>("all");
  const [isTableShown, setTableShown] = useState(false);
  const points = toAccuracyPoints(record, reach);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <span aria-hidden className="text-muted text-xs">
          Days ahead
        </span>
        <ToggleGroup label="Days ahead of which was forecast">
          {(Object.keys(REACH_NAMES) as Reach[]).map((id) => (
            <Toggle key={id} isPressed={reach === id} onClick={() => setReach(id)}>
              {REACH_NAMES[id]}
            </Toggle>
          ))}
        </ToggleGroup>
        <TableToggle
          tableId={tableId}
          isShown={isTableShown}
          onToggle={() => setTableShown(!isTableShown)}
          of="how good were we"
        />
      </div>
      <Key />
      <AccuracyPlots points={points} name={name} />
      <NumberTable
        id={tableId}
        caption={`Error of the forecast by week, in units a day: ${name}`}
        heads={["Week", "Our error", "Repeating last week", "Inside the 80 % band"]}
        rows={points.map(({ from, error, naiveError, coverage }) => ({
          key: from,
          name: formatPeriod(from, "week"),
          cells: [toText(error, formatAmount), toText(naiveError, formatAmount), toText(coverage, formatShare)],
        }))}
        isShown={isTableShown}
      />
    </div>
  );
}
