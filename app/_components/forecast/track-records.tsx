"use client";

import { useState } from "react";
import { formatDay } from "@/app/_components/charts/chart-format";
import { Toggle, ToggleGroup } from "@/app/_components/charts/toggle";
import { Badge } from "@/app/_components/ui/badge";
import { findTellingWindow, type TrackKind, type TrackRecord } from "@/lib/shared/ledger";
import { AccuracyChart } from "./accuracy-chart";
import { AccuracyTable } from "./accuracy-table";

/** With fewer scored days than this, what a training tested tells more than what was served. */
const FEW_DAYS = 14;

const KIND_NAMES: Record<TrackKind, string> = { issued: "As served", backtest: "Back-tested" };

const KIND_NOTES: Record<TrackKind, string> = {
  issued: "Every forecast is kept as it was served, and scored once its days have come.",
  backtest:
    "These forecasts were never served: the training made them for days that it had held out, as if those were yet to come.",
};

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
};

/** How forecasts turned out, in words, by how far ahead, and week by week. */
export function TrackRecords({ issued, backtest, name }: TrackRecordsProps) {
  const [kind, setKind] = useState<TrackKind>(() => pickKind(issued, backtest));
  const record = kind === "issued" ? issued : backtest;
  if (!record) {
    return (
      <p className="text-muted text-sm">
        No forecast has met its day yet. The first ones are scored on the night after the day that they were for.
      </p>
    );
  }
  const window = findTellingWindow(record.windows);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-center gap-3">
        {issued && backtest ? (
          <ToggleGroup label="Which forecasts">
            {(["issued", "backtest"] as const).map((id) => (
              <Toggle key={id} isPressed={kind === id} onClick={() => setKind(id)}>
                {KIND_NAMES[id]}
              </Toggle>
            ))}
          </ToggleGroup>
        ) : (
          <Badge tone={kind === "backtest" ? "warning" : "neutral"}>{KIND_NAMES[kind]}</Badge>
        )}
        <span className="text-muted text-xs">Scored up to {formatDay(record.scoredThrough)}</span>
      </div>
      <p className="text-sm">{record.words.join(" ")}</p>
      {window && <AccuracyTable window={window} />}
      <AccuracyChart key={kind} record={record} name={name} />
      <p className="text-muted text-xs">{KIND_NOTES[kind]}</p>
    </div>
  );
}
