"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Toggle, ToggleGroup } from "@/app/_components/charts/toggle";
import { Badge } from "@/app/_components/ui/badge";
import { useFormats } from "@/app/_i18n/use-formats";
import { findTellingWindow, type TrackKind, type TrackRecord } from "@/lib/shared/ledger";
import { describeRecord, type RecordOf } from "@/lib/shared/ledger-words";
import { AccuracyChart } from "./accuracy-chart";
import { AccuracyTable } from "./accuracy-table";
import { useForecastWords } from "./use-forecast-words";

/** With fewer scored days than this, what a training tested tells more than what was served. */
const FEW_DAYS = 14;

function pickKind(issued: TrackRecord | null, backtest: TrackRecord | null): TrackKind {
  if (!issued) return "backtest";
  const days = issued.windows.reduce((most, { total }) => Math.max(most, total?.days ?? 0), 0);
  return backtest && days < FEW_DAYS ? "backtest" : "issued";
}

type TrackRecordsProps = {
  issued: TrackRecord | null;
  backtest: TrackRecord | null;
  /** What was forecast, such as a game's title. */
  name: string;
  of: RecordOf;
};

/** How forecasts turned out, in words, by how far ahead, and week by week. */
export function TrackRecords({ issued, backtest, name, of }: TrackRecordsProps) {
  const t = useTranslations("forecast");
  const { day } = useFormats();
  const tell = useForecastWords();
  const [kind, setKind] = useState<TrackKind>(() => pickKind(issued, backtest));
  const record = kind === "issued" ? issued : backtest;
  if (!record) {
    return <p className="text-muted text-sm">{t("accuracy.none")}</p>;
  }
  const window = findTellingWindow(record.windows);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-center gap-3">
        {issued && backtest ? (
          <ToggleGroup label={t("accuracy.kinds.label")}>
            {(["issued", "backtest"] as const).map((id) => (
              <Toggle key={id} isPressed={kind === id} onClick={() => setKind(id)}>
                {t(`accuracy.kinds.${id}`)}
              </Toggle>
            ))}
          </ToggleGroup>
        ) : (
          <Badge tone={kind === "backtest" ? "warning" : "neutral"}>{t(`accuracy.kinds.${kind}`)}</Badge>
        )}
        <span className="text-muted text-xs">{t("accuracy.scoredUpTo", { day: day(record.scoredThrough) })}</span>
      </div>
      <p className="text-sm">{tell(describeRecord(record, of))}</p>
      {window && <AccuracyTable window={window} />}
      <AccuracyChart key={kind} record={record} name={name} />
      <p className="text-muted text-xs">{t(`accuracy.notes.${kind}`)}</p>
    </div>
  );
}
