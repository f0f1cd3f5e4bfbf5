"use client";

import { formatMoment } from "@/lib/shared/day-text";
import type { PipelineAttempt } from "@/lib/shared/pipelines";
import { tookOf } from "./run-facts";
import { ATTEMPT_LOOKS, StateBadge } from "./run-state";

const clock = new Intl.DateTimeFormat("en-US", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  fractionalSecondDigits: 3,
  hourCycle: "h23",
  timeZone: "UTC",
});

/** Lines of one moment are told apart by their place; they are only ever added. */
function toLines(log: PipelineAttempt["log"]) {
  return log.map(({ at, text }, place) => ({ key: `${place} ${at}`, time: clock.format(Date.parse(at)), text }));
}

function Log({ log }: { log: PipelineAttempt["log"] }) {
  if (log.length === 0) return <p className="text-muted text-xs">It wrote nothing down.</p>;
  return (
    <section
      aria-label="Log"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-80 overflow-auto rounded-lg border border-line bg-background p-3"
    >
      <ol className="grid gap-0.5 font-mono text-xs">
        {toLines(log).map(({ key, time, text }) => (
          <li key={key} className="grid grid-cols-[auto_minmax(0,1fr)] gap-3">
            <span className="text-muted tabular-nums">{time}</span>
            <span className="whitespace-pre-wrap break-words">{text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** One try of a task: who made it, how it ended, its error and what it wrote down. */
export function AttemptCard({ attempt, isOpen }: { attempt: PipelineAttempt; isOpen: boolean }) {
  return (
    <details open={isOpen} className="rounded-card border border-line bg-raised/40">
      <summary className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
        <span className="font-semibold">Attempt {attempt.number}</span>
        <StateBadge look={ATTEMPT_LOOKS[attempt.state]} />
        <span className="ml-auto text-muted text-xs tabular-nums">
          {formatMoment(new Date(attempt.startedAt))}
          {attempt.finishedAt && `, ${tookOf(attempt)}`}
        </span>
      </summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 border-line border-t px-4 py-3">
        <p className="text-muted text-xs">By {attempt.worker}</p>
        {attempt.error && (
          <p className="whitespace-pre-wrap break-words rounded-lg border border-danger/40 bg-danger/10 p-3 text-xs">
            {attempt.error}
          </p>
        )}
        <Log log={attempt.log} />
      </div>
    </details>
  );
}
