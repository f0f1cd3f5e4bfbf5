"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormats } from "@/app/_i18n/use-formats";
import type { PipelineAttempt } from "@/lib/shared/pipelines";
import { ATTEMPT_LOOKS, StateBadge } from "./run-state";
import { useRunFacts } from "./use-run-facts";

/** What an attempt wrote down, in English as the engine writes it; its lines are only ever added. */
function Log({ log }: { log: PipelineAttempt["log"] }) {
  const t = useTranslations("pipelines");
  const { clock } = useFormats();
  if (log.length === 0) return <p className="text-muted text-xs">{t("attempts.noLog")}</p>;
  // Lines of one moment are told apart by their place.
  const lines = log.map((line, place) => ({ ...line, key: `${place} ${line.at}` }));
  return (
    <section
      aria-label={t("attempts.log")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-80 overflow-auto rounded-lg border border-line bg-background p-3"
    >
      <ol lang="en" className="grid gap-0.5 font-mono text-xs">
        {lines.map(({ key, at, text }) => (
          <li key={key} className="grid grid-cols-[auto_minmax(0,1fr)] gap-3">
            <span className="text-muted tabular-nums">{clock(Date.parse(at), "milliseconds")}</span>
            <span className="whitespace-pre-wrap break-words">{text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** One try of a task: who made it, how it ended, its error and what it wrote down. */
export function AttemptCard({ attempt, isOpen }: { attempt: PipelineAttempt; isOpen: boolean }) {
  const t = useTranslations("pipelines");
  const { moment } = useFormats();
  const { tookOf } = useRunFacts();
  const startedAt = moment(attempt.startedAt);
  return (
    <details open={isOpen} className="group rounded-card border border-line bg-raised/40">
      <summary className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
        <ChevronRight aria-hidden className="size-4 text-muted transition-transform group-open:rotate-90" />
        <span className="font-semibold">{t("attempts.number", { number: attempt.number })}</span>
        <StateBadge look={ATTEMPT_LOOKS[attempt.state]} />
        <span className="ml-auto text-muted text-xs tabular-nums">
          {attempt.finishedAt ? t("attempts.ended", { moment: startedAt, took: tookOf(attempt) }) : startedAt}
        </span>
      </summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 border-line border-t px-4 py-3">
        <p className="text-muted text-xs">{t("attempts.by", { worker: attempt.worker })}</p>
        {attempt.error && (
          <p
            lang="en"
            className="whitespace-pre-wrap break-words rounded-lg border border-danger/40 bg-danger/10 p-3 text-xs"
          >
            {attempt.error}
          </p>
        )}
        <Log log={attempt.log} />
      </div>
    </details>
  );
}
