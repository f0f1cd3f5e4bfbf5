"use client";

import { CornerDownRight } from "lucide-react";
import type { ReactNode } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { Card } from "@/app/_components/ui/card";
import { formatSpan } from "@/app/admin/_components/moments";
import { formatMoment } from "@/lib/shared/day-text";
import type { RunDetail } from "@/lib/shared/pipeline-views";
import { PIPELINE_NAMES } from "@/lib/shared/pipelines";
import { CountsList } from "./counts";
import { LiveNote, PollNote } from "./live-note";
import { RunActions } from "./run-actions";
import { gamesOf, spanMsOf, triggerOf } from "./run-facts";
import { RunProgress } from "./run-progress";
import { RunStateBadge } from "./run-state";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="break-words font-medium">{children}</dd>
    </div>
  );
}

function Facts({ run, now }: { run: RunDetail; now: number }) {
  const ms = spanMsOf(run, now);
  return (
    <dl className="grid grid-cols-2 gap-4 md:grid-cols-3 xl:grid-cols-6">
      <Fact name="Last day of data">{run.day}</Fact>
      <Fact name="Games">{gamesOf(run)}</Fact>
      <Fact name="Started by">
        {triggerOf(run)}
        {run.isForced && <span className="block font-normal text-muted text-xs">from the ground up</span>}
      </Fact>
      <Fact name="Started">{run.startedAt ? formatMoment(new Date(run.startedAt)) : "Not yet"}</Fact>
      <Fact name="Finished">{run.finishedAt ? formatMoment(new Date(run.finishedAt)) : "Not yet"}</Fact>
      <Fact name={run.finishedAt ? "Took" : "Takes"}>{ms === null ? "–" : formatSpan(ms)}</Fact>
    </dl>
  );
}

/** The top of a run's page: what it is, how it stands and what can be done. */
export function RunHeader({ run, now }: { run: RunDetail; now: number }) {
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="font-bold text-3xl">{PIPELINE_NAMES[run.pipeline]}</h1>
          <RunStateBadge run={run} />
        </div>
        <div className="flex flex-wrap items-center gap-4">
          <LiveNote />
          <RunActions run={run} />
        </div>
      </div>
      <PollNote />
      {run.isStalled && (
        <Alert tone="warning" title="Nobody was heard working on this run for a minute">
          Its process was probably killed. The next worker, or the next call of the cron, goes on with it.
        </Alert>
      )}
      <Card className="grid gap-4 text-sm">
        <RunProgress run={run} tasks={run.tasks} />
        <Facts run={run} now={now} />
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
