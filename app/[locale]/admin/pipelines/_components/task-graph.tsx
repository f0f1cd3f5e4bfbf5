"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { Progress } from "@/app/_components/ui/progress";
import { useFormats } from "@/app/_i18n/use-formats";
import { NO_BREAK } from "@/lib/shared/formats/number-formats";
import type { GameTotals, TaskGroup } from "@/lib/shared/pipeline-views";
import { type GraphEdge, type GraphNode, layOutGraph } from "./graph-layout";
import { spanMsOf } from "./run-span";
import { TASK_LOOKS, TONES } from "./run-state";

const NODE = { width: 152, height: 108 } as const;
const GAP = { x: 27, y: 20 } as const;

const leftOf = ({ column }: GraphNode) => column * (NODE.width + GAP.x);
const topOf = ({ row }: GraphNode) => row * (NODE.height + GAP.y);

/** A line from the right edge of a task to the left one of the next. */
function pathOf({ from, to }: GraphEdge): string {
  const x1 = leftOf(from) + NODE.width;
  const y1 = topOf(from) + NODE.height / 2;
  const x2 = leftOf(to);
  const y2 = topOf(to) + NODE.height / 2;
  const bend = GAP.x / 2;
  return `M ${x1} ${y1} C ${x1 + bend} ${y1}, ${x2 - bend} ${y2}, ${x2} ${y2}`;
}

function useTaskWords() {
  const t = useTranslations("pipelines");
  return {
    /** How much of a task is done, where it is more than one thing. */
    workOf: ({ isMapped, ended, shards }: TaskGroup, games: GameTotals | undefined): string => {
      const parts: string[] = [];
      if (isMapped && shards > 1) parts.push(t("tasks.shardsDone", { ended, shards }));
      if (games) parts.push(t("tasks.games", { games: games.succeeded + games.skipped + games.failed }));
      return parts.map((part) => part.replaceAll(" ", NO_BREAK)).join(", ");
    },
    /** What went wrong in a task, for good or for a while. */
    troubleOf: ({ failures }: TaskGroup, games: GameTotals | undefined): string => {
      if (games && games.failed > 0) return t("tasks.gamesFailed", { games: games.failed });
      return failures > 0 ? t("tasks.attemptsFailed", { attempts: failures }) : "";
    },
  };
}

type TaskBoxProps = {
  group: TaskGroup;
  games: GameTotals | undefined;
  now: number;
  onOpen: (name: string) => void;
};

function TaskBox({ group, games, now, onOpen }: TaskBoxProps) {
  const t = useTranslations("pipelines");
  const { shortSpan } = useFormats();
  const { workOf, troubleOf } = useTaskWords();
  const { text, tone, Icon } = TASK_LOOKS[group.state];
  const ms = spanMsOf(group, now);
  const work = workOf(group, games);
  const trouble = troubleOf(group, games);
  return (
    <button
      type="button"
      onClick={() => onOpen(group.name)}
      className={clsx(
        "grid size-full content-center gap-0.5 overflow-hidden rounded-card border px-3 py-2 text-left transition-colors hover:border-muted",
        TONES[tone],
      )}
    >
      <span className="truncate font-semibold text-foreground text-sm">{group.name}</span>
      <span className="flex items-center gap-1.5 font-medium text-xs">
        <Icon aria-hidden className="size-3.5 shrink-0" />
        <span className="min-w-0 truncate">{t(text)}</span>
        {ms !== null && <span className="whitespace-nowrap text-muted tabular-nums">{shortSpan(ms)}</span>}
      </span>
      {work && <span className="line-clamp-2 text-muted text-xs tabular-nums">{work}</span>}
      {trouble && <span className="truncate text-warning text-xs tabular-nums">{trouble}</span>}
      {group.state === "running" && (
        <Progress value={group.progress} label={t("tasks.progressOf", { task: group.name })} className="h-1" />
      )}
    </button>
  );
}

type TaskGraphProps = {
  groups: readonly TaskGroup[];
  games: Readonly<Record<string, GameTotals>>;
  now: number;
  onOpen: (name: string) => void;
};

/** The tasks of a run with what each waits for; a list from top to bottom where the screen is narrow. */
export function TaskGraph({ groups, games, now, onOpen }: TaskGraphProps) {
  const t = useTranslations("pipelines");
  const { nodes, edges, columns, rows } = layOutGraph(groups);
  const width = columns * (NODE.width + GAP.x) - GAP.x;
  const height = rows * (NODE.height + GAP.y) - GAP.y;
  const boxOf = (name: string) => {
    const group = groups.find((candidate) => candidate.name === name);
    return group && <TaskBox group={group} games={games[name]} now={now} onOpen={onOpen} />;
  };
  return (
    <>
      <div className="hidden overflow-x-auto p-1 md:block">
        <div className="relative" style={{ width, height }}>
          <svg aria-hidden="true" width={width} height={height} className="absolute inset-0 text-line">
            {edges.map((edge) => (
              <path
                key={`${edge.from.name} ${edge.to.name}`}
                d={pathOf(edge)}
                fill="none"
                stroke="currentColor"
                strokeWidth="2"
              />
            ))}
          </svg>
          <ol aria-label={t("tasks.byOrder")}>
            {nodes.map((node) => (
              <li
                key={node.name}
                className="absolute"
                style={{ left: leftOf(node), top: topOf(node), width: NODE.width, height: NODE.height }}
              >
                {boxOf(node.name)}
              </li>
            ))}
          </ol>
        </div>
      </div>
      <ol aria-label={t("tasks.byOrder")} className="grid gap-2 md:hidden">
        {groups.map(({ name, after }) => (
          <li key={name} className="grid gap-1">
            {after.length > 0 && (
              <p className="pl-1 text-muted text-xs">{t("tasks.after", { tasks: after.join(", ") })}</p>
            )}
            {boxOf(name)}
          </li>
        ))}
      </ol>
    </>
  );
}
