"use client";

import { CornerDownRight } from "lucide-react";
import type { ReactNode } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { Card } from "@/app/_components/ui/card";
import { formatMoment } from "@/lib/shared/day-text";
import { PIPELINE_NAMES, type PipelineRun } from "@/lib/shared/pipelines";
import { CountsList } from "./counts";
import { PollNote } from "./poll-note";
import { tookOf, triggerOf } from "./run-facts";
import { RunProgress } from "./run-progress";
import { RunStateBadge } from "./run-state";
import { useLiveRuns } from "./use-live-runs";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}

/** The top of a run's page, live while the run is active; the tasks below are rendered anew with it. */
export function RunHeader({ runs }: { runs: [PipelineRun] }) {
  const [run = runs[0]] = useLiveRuns(runs, true);
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="font-bold text-3xl">{PIPELINE_NAMES[run.pipeline]}</h1>
        <RunStateBadge run={run} />
      </div>
      <PollNote />
      {run.isStalled && (
        <Alert tone="warning" title="Nothing was heard of this run's process for a minute">
          It was probably killed. The next run of this pipeline takes its place.
        </Alert>
      )}
      <Card className="grid gap-4 text-sm">
        <RunProgress run={run} />
        <dl className="grid grid-cols-2 gap-4 md:grid-cols-3 xl:grid-cols-6">
          <Fact name="Last day of data">{run.day}</Fact>
          <Fact name="Games">{run.gameSlug ?? "All"}</Fact>
          <Fact name="Started by">{triggerOf(run)}</Fact>
          <Fact name="Started">{run.startedAt ? formatMoment(new Date(run.startedAt)) : "Not yet"}</Fact>
          <Fact name="Finished">{run.finishedAt ? formatMoment(new Date(run.finishedAt)) : "Not yet"}</Fact>
          <Fact name="Took">{tookOf(run)}</Fact>
        </dl>
        {Object.keys(run.counts).length > 0 && (
          <div className="flex items-start gap-2 border-line border-t pt-4">
            <CornerDownRight aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
            <CountsList counts={run.counts} />
          </div>
        )}
      </Card>
      {run.error && (
        <Alert tone="danger" title={run.state === "cancelled" ? "Why it was cancelled" : "What went wrong"}>
          <p className="whitespace-pre-wrap break-words">{run.error}</p>
        </Alert>
      )}
    </>
  );
}
