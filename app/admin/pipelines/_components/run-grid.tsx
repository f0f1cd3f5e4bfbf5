"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { formatShortSpan, formatSpan } from "@/app/admin/_components/moments";
import type { RunView, TaskGroup } from "@/lib/shared/pipeline-views";
import { PIPELINE_NAMES, type Pipeline } from "@/lib/shared/pipelines";
import { findGroup, type GridPlace, listTaskNames, toNextPlace } from "./grid-cells";
import { spanMsOf } from "./run-facts";
import { TASK_LOOKS, TONES, toRunLook } from "./run-state";
import { useNewestRuns } from "./use-live-runs";
import { useNow } from "./use-now";

/** Height of the bar of the longest run, in pixels. */
const BAR_PX = 36;

type CellLinkProps = { href: string; place: GridPlace; focus: GridPlace; label: string; children: ReactNode };

/** A cell of the grid; one of all of them is in the tab order, the arrows lead to the others. */
function CellLink({ href, place, focus, label, children }: CellLinkProps) {
  const isFocus = place.row === focus.row && place.column === focus.column;
  return (
    <Link
      href={href}
      prefetch={false}
      tabIndex={isFocus ? 0 : -1}
      data-place={`${place.row} ${place.column}`}
      title={label}
      className="relative block rounded-md"
    >
      <span className="sr-only">{label}</span>
      <span aria-hidden>{children}</span>
    </Link>
  );
}

function RunBar({ run, share, now }: { run: RunView; share: number; now: number }) {
  const { tone, Icon } = toRunLook(run);
  const ms = spanMsOf(run, now);
  return (
    <span className="grid justify-items-center gap-1 text-xs">
      <span className="flex items-end" style={{ height: BAR_PX }}>
        <span
          className={clsx("grid w-6 place-items-end justify-center rounded-t border border-b-0", TONES[tone])}
          style={{ height: Math.max(18, Math.round(share * BAR_PX)) }}
        >
          <Icon aria-hidden className="mb-0.5 size-3.5" />
        </span>
      </span>
      <span className="font-medium text-foreground tabular-nums">{run.day.slice(5)}</span>
      <span className="text-muted tabular-nums">{ms === null ? "–" : formatShortSpan(ms)}</span>
    </span>
  );
}

function TaskCell({ group, now }: { group: TaskGroup; now: number }) {
  const { tone, Icon } = TASK_LOOKS[group.state];
  const ms = spanMsOf(group, now);
  return (
    <span
      className={clsx("grid h-10 place-items-center content-center rounded-md border text-[0.6875rem]", TONES[tone])}
    >
      <Icon aria-hidden className="size-3.5" />
      <span className="text-foreground tabular-nums leading-none">{ms === null ? "" : formatShortSpan(ms)}</span>
    </span>
  );
}

function wordsOf(name: string, ms: number | null): string {
  return ms === null ? name : `${name}, ${formatSpan(ms)}`;
}

function groupWords(group: TaskGroup, now: number): string {
  const shards = group.shards > 1 ? `, ${group.ended} of ${group.shards} shards` : "";
  return `${wordsOf(TASK_LOOKS[group.state].name, spanMsOf(group, now))}${shards}`;
}

type RunGridProps = { pipeline: Pipeline; runs: readonly RunView[]; now: number };

/** Runs by tasks: the newest run on the left, each task in its state's colour and mark with how long it took. */
export function RunGrid({ pipeline, runs: rendered, now: renderedAt }: RunGridProps) {
  const runs = useNewestRuns(rendered);
  const now = useNow(
    renderedAt,
    runs.some(({ state }) => state === "running"),
  );
  const [focus, setFocus] = useState<GridPlace>({ row: 0, column: 0 });
  const ref = useRef<HTMLTableElement>(null);
  const names = listTaskNames(runs);
  const longestMs = Math.max(1, ...runs.map((run) => spanMsOf(run, now) ?? 0));

  const onKeyDown = (event: KeyboardEvent) => {
    const next = toNextPlace(event.key, focus, { rows: names.length + 1, columns: runs.length });
    if (!next) return;
    event.preventDefault();
    setFocus(next);
    ref.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)?.focus();
  };

  return (
    <div className="overflow-x-auto rounded-card border border-line bg-surface">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the arrow keys lead through its cells */}
      <table ref={ref} role="grid" aria-label={`${PIPELINE_NAMES[pipeline]}: runs by tasks`} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 z-10 bg-surface px-4 py-2 text-left align-bottom">
              <span className="font-semibold">{PIPELINE_NAMES[pipeline]}</span>
              <span className="block font-normal text-muted text-xs">newest first</span>
            </th>
            {runs.map((run, column) => (
              <th key={run.id} scope="col" className="min-w-13 px-0.5 pt-3 pb-2 align-bottom font-normal">
                <CellLink
                  href={`/admin/pipelines/${run.id}`}
                  place={{ row: 0, column }}
                  focus={focus}
                  label={`${run.day}: ${wordsOf(toRunLook(run).name, spanMsOf(run, now))}`}
                >
                  <RunBar run={run} share={(spanMsOf(run, now) ?? 0) / longestMs} now={now} />
                </CellLink>
              </th>
            ))}
            <td className="w-3" />
          </tr>
        </thead>
        <tbody>
          {names.map((name, index) => (
            <tr key={name}>
              <th
                scope="row"
                className="sticky left-0 z-10 whitespace-nowrap bg-surface px-4 py-0.5 text-left font-medium text-sm"
              >
                {name}
              </th>
              {runs.map((run, column) => {
                const group = findGroup(run, name);
                const words = group ? groupWords(group, now) : "No such task";
                return (
                  <td key={run.id} className="px-0.5 py-0.5">
                    <CellLink
                      href={`/admin/pipelines/${run.id}?task=${encodeURIComponent(name)}`}
                      place={{ row: index + 1, column }}
                      focus={focus}
                      label={`${name} of ${run.day}: ${words}`}
                    >
                      {group ? (
                        <TaskCell group={group} now={now} />
                      ) : (
                        <span className="grid h-10 place-items-center text-muted">–</span>
                      )}
                    </CellLink>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot aria-hidden>
          <tr>
            <td className="h-2" />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
