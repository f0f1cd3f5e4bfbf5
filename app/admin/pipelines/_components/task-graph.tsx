"use client";

import { clsx } from "clsx";
import { formatCount } from "@/app/_components/charts/chart-format";
import { Progress } from "@/app/_components/ui/progress";
import { formatShortSpan } from "@/app/admin/_components/moments";
import type { GameTotals, TaskGroup } from "@/lib/shared/pipeline-views";
import { type GraphEdge, type GraphNode, layOutGraph } from "./graph-layout";
import { spanMsOf } from "./run-facts";
import { TASK_LOOKS, TONES } from "./run-state";

const NODE = { width: 154, height: 100 } as const;
const GAP = { x: 30, y: 20 } as const;

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

/** How much of a task is done, where it is more than one thing. */
function workOf(group: TaskGroup, games: GameTotals | undefined): string {
  const parts: string[] = [];
  if (group.isMapped && group.shards > 1) parts.push(`${group.ended}/${group.shards} shards`);
  if (games) parts.push(`${formatCount(games.succeeded + games.skipped + games.failed)} games`);
  return parts.join(", ");
}

/** What went wrong in a task, for good or for a while. */
function troubleOf({ failures }: TaskGroup, games: GameTotals | undefined): string {
  if (games && games.failed > 0)
    return games.failed === 1 ? "1 game failed" : `${formatCount(games.failed)} games failed`;
  if (failures === 0) return "";
  return failures === 1 ? "1 failed attempt" : `${failures} failed attempts`;
}

type TaskBoxProps = {
  group: TaskGroup;
  games: GameTotals | undefined;
  now: number;
  onOpen: (name: string) => void;
};

function TaskBox({ group, games, now, onOpen }: TaskBoxProps) {
  const { name: stateName, tone, Icon } = TASK_LOOKS[group.state];
  const ms = spanMsOf(group, now);
  const work = workOf(group, games);
  const trouble = troubleOf(group, games);
  return (
    <button
      type="button"
      onClick={() => onOpen(group.name)}
      className={clsx(
        "grid size-full content-center gap-1 rounded-card border px-3 py-2 text-left transition-colors hover:border-muted",
        TONES[tone],
      )}
    >
      <span className="truncate font-semibold text-foreground text-sm">{group.name}</span>
      <span className="flex items-center gap-1.5 font-medium text-xs">
        <Icon aria-hidden className="size-3.5 shrink-0" />
        {stateName}
        {ms !== null && <span className="text-muted tabular-nums">{formatShortSpan(ms)}</span>}
      </span>
      {work && <span className="truncate text-muted text-xs tabular-nums">{work}</span>}
      {trouble && <span className="truncate text-warning text-xs tabular-nums">{trouble}</span>}
      {group.state === "running" && (
        <Progress value={group.progress} label={`Progress of ${group.name}`} className="h-1" />
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
          <ol aria-label="Tasks by what they wait for">
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
      <ol aria-label="Tasks by what they wait for" className="grid gap-2 md:hidden">
        {groups.map(({ name, after }) => (
          <li key={name} className="grid gap-1">
            {after.length > 0 && <p className="pl-1 text-muted text-xs">after {after.join(", ")}</p>}
            {boxOf(name)}
          </li>
        ))}
      </ol>
    </>
  );
}
