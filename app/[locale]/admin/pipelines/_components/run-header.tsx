"use client";

import { CornerDownRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { Card } from "@/app/_components/ui/card";
import { useFormats } from "@/app/_i18n/use-formats";
import type { RunDetail } from "@/lib/shared/pipeline-views";
import { CountsList } from "./counts";
import { LiveNote, PollNote } from "./live-note";
import { RunActions } from "./run-actions";
import { RunProgress } from "./run-progress";
import { spanMsOf } from "./run-span";
import { RunStateBadge } from "./run-state";
import { useRunFacts } from "./use-run-facts";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="break-words font-medium">{children}</dd>
    </div>
  );
}

function Facts({ run, now }: { run: RunDetail; now: number }) {
  const t = useTranslations("pipelines");
  const { day, moment, span } = useFormats();
  const { gamesOf, triggerOf } = useRunFacts();
  const ms = spanMsOf(run, now);
  return (
    <dl className="grid grid-cols-2 gap-4 md:grid-cols-3 xl:grid-cols-6">
      <Fact name={t("run.day")}>{day(run.day)}</Fact>
      <Fact name={t("run.games")}>{gamesOf(run)}</Fact>
      <Fact name={t("run.startedBy")}>
        {triggerOf(run)}
        {run.isForced && <span className="block font-normal text-muted text-xs">{t("run.fromScratch")}</span>}
      </Fact>
      <Fact name={t("run.started")}>{run.startedAt ? moment(run.startedAt) : t("run.notYet")}</Fact>
      <Fact name={t("run.finished")}>{run.finishedAt ? moment(run.finishedAt) : t("run.notYet")}</Fact>
      <Fact name={t(run.finishedAt ? "run.took" : "run.takes")}>{ms === null ? "–" : span(ms)}</Fact>
    </dl>
  );
}

/** The top of a run's page: what it is, how it stands and what can be done. */
export function RunHeader({ run, now }: { run: RunDetail; now: number }) {
  const t = useTranslations("pipelines");
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="font-bold text-3xl">{t(`names.${run.pipeline}`)}</h1>
          <RunStateBadge run={run} />
        </div>
        <div className="flex flex-wrap items-center gap-4">
          <LiveNote />
          <RunActions run={run} />
        </div>
      </div>
      <PollNote />
      {run.isStalled && (
        <Alert tone="warning" title={t("run.stalled")}>
          {t("run.stalledText")}
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
        <Alert tone="danger" title={t(run.state === "cancelled" ? "run.whyCancelled" : "run.wentWrong")}>
          <p lang="en" className="whitespace-pre-wrap break-words">
            {run.error}
          </p>
        </Alert>
      )}
    </>
  );
}
