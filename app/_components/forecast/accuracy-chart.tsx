"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { NumberTable } from "@/app/_components/charts/number-table";
import { TableToggle, Toggle, ToggleGroup } from "@/app/_components/charts/toggle";
import { useFormats } from "@/app/_i18n/use-formats";
import type { TrackRecord } from "@/lib/shared/ledger";
import { AccuracyPlots } from "./accuracy-plots";
import { REACHES, type Reach, toAccuracyPoints } from "./accuracy-points";

function Key() {
  const t = useTranslations("forecast");
  const items = [
    { name: t("accuracy.chart.errorUnits"), look: "border-chart-1 border-t-2" },
    { name: t("accuracy.chart.naive"), look: "border-muted border-t-2 border-dashed" },
    { name: t("accuracy.chart.daysInside"), look: "h-3 rounded-sm bg-chart-2/55" },
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
  const t = useTranslations("forecast");
  const { tenths, share, period } = useFormats();
  const tableId = useId();
  const [reach, setReach] = useState<Reach>("all");
  const [isTableShown, setTableShown] = useState(false);
  const points = toAccuracyPoints(record, reach);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <span aria-hidden className="text-muted text-xs">
          {t("accuracy.reach.label")}
        </span>
        <ToggleGroup label={t("accuracy.reach.of")}>
          {REACHES.map((id) => (
            <Toggle key={id} isPressed={reach === id} onClick={() => setReach(id)}>
              {t(`accuracy.reach.${id}`)}
            </Toggle>
          ))}
        </ToggleGroup>
        <TableToggle
          tableId={tableId}
          isShown={isTableShown}
          onToggle={() => setTableShown(!isTableShown)}
          of={t("accuracy.chart.of")}
        />
      </div>
      <Key />
      <AccuracyPlots points={points} name={name} />
      <NumberTable
        id={tableId}
        caption={t("accuracy.chart.errorTitle", { name })}
        heads={[
          t("accuracy.chart.week"),
          t("accuracy.chart.error"),
          t("accuracy.chart.naive"),
          t("accuracy.chart.inside"),
        ]}
        rows={points.map(({ from, error, naiveError, coverage }) => ({
          key: from,
          name: period(from, "week"),
          cells: [toText(error, tenths), toText(naiveError, tenths), toText(coverage, share)],
        }))}
        isShown={isTableShown}
      />
    </div>
  );
}
