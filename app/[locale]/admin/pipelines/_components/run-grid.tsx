"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import type { RunView, TaskGroup } from "@/lib/shared/pipeline-views";
import type { Pipeline } from "@/lib/shared/pipelines";
import { findGroup, type GridPlace, listTaskNames, toNextPlace } from "./grid-cells";
import { spanMsOf } from "./run-span";
import { type Look, TASK_LOOKS, TONES, toRunLook } from "./run-state";
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
  const { shortDay, shortSpan } = useFormats();
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
      <span className="font-medium text-foreground tabular-nums">{shortDay(run.day)}</span>
      <span className="text-muted tabular-nums">{ms === null ? "–" : shortSpan(ms)}</span>
    </span>
  );
}

function TaskCell({ group, now }: { group: TaskGroup; now: number }) {
  const { shortSpan } = useFormats();
  const { tone, Icon } = TASK_LOOKS[group.state];
  const ms = spanMsOf(group, now);
  return (
    <span
      className={clsx("grid h-10 place-items-center content-center rounded-md border text-[0.6875rem]", TONES[tone])}
    >
      <Icon aria-hidden className="size-3.5" />
      <span className="text-foreground tabular-nums leading-none">{ms === null ? "" : shortSpan(ms)}</span>
    </span>
  );
}

/** What a cell says to who cannot see its colour and mark. */
function useCellWords(now: number) {
  const t = useTranslations("pipelines");
  const { day, span } = useFormats();
  const stateOf = ({ text }: Look, ms: number | null) => (ms === null ? t(text) : `${t(text)}, ${span(ms)}`);
  const groupState = (group: TaskGroup) => {
    const state = stateOf(TASK_LOOKS[group.state], spanMsOf(group, now));
    return group.shards > 1 ? `${state}, ${t("grid.shards", { ended: group.ended, shards: group.shards })}` : state;
  };
  return {
    ofRun: (run: RunView) => t("grid.run", { day: day(run.day), state: stateOf(toRunLook(run), spanMsOf(run, now)) }),
    ofTask: (task: string, run: RunView, group: TaskGroup | undefined) =>
      t("grid.task", { task, day: day(run.day), state: group ? groupState(group) : t("grid.noSuchTask") }),
  };
}

type RunGridProps = { pipeline: Pipeline; runs: readonly RunView[]; now: number };

/** Runs by tasks: the newest run on the left, each task in its state's colour and mark with how long it took. */
export function RunGrid({ pipeline, runs: rendered, now: renderedAt }: RunGridProps) {
  const t = useTranslations("pipelines");
  const runs = useNewestRuns(rendered);
  const now = useNow(
    renderedAt,
    runs.some(({ state }) => state === "running"),
  );
  const words = useCellWords(now);
  const [focus, setFocus] = useState<GridPlace>({ row: 0, column: 0 });
  const ref = useRef<HTMLTableElement>(null);
  const pipelineName = t(`names.${pipeline}`);
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
    <div className="max-w-full grow overflow-x-auto rounded-card border border-line bg-surface">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the arrow keys lead through its cells */}
      <table ref={ref} role="grid" aria-label={t("grid.label", { pipeline: pipelineName })} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 z-10 bg-surface px-4 py-2 text-left align-bottom">
              <span className="font-semibold">{pipelineName}</span>
              <span className="block font-normal text-muted text-xs">{t("grid.newestFirst")}</span>
            </th>
            {runs.map((run, column) => (
              <th key={run.id} scope="col" className="min-w-13 px-0.5 pt-3 pb-2 align-bottom font-normal">
                <CellLink
                  href={`/admin/pipelines/${run.id}`}
                  place={{ row: 0, column }}
                  focus={focus}
                  label={words.ofRun(run)}
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
                return (
                  <td key={run.id} className="px-0.5 py-0.5">
                    <CellLink
                      href={`/admin/pipelines/${run.id}?task=${encodeURIComponent(name)}`}
                      place={{ row: index + 1, column }}
                      focus={focus}
                      label={words.ofTask(name, run, group)}
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
