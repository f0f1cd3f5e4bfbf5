"use client";

import { Card } from "@/app/_components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/app/_components/ui/table";
import { formatSpan } from "@/app/admin/_components/moments";
import type { TaskGroup } from "@/lib/shared/pipeline-views";
import type { PipelineTask } from "@/lib/shared/pipelines";
import { sumCounts } from "@/lib/shared/task-groups";
import { CountsList } from "./counts";
import { spanMsOf } from "./run-facts";
import { TaskStateBadge } from "./run-state";

type TasksTableProps = {
  groups: readonly TaskGroup[];
  tasks: readonly PipelineTask[];
  now: number;
  onOpen: (name: string) => void;
};

function NameButton({ name, onOpen }: { name: string; onOpen: (name: string) => void }) {
  return (
    <button type="button" onClick={() => onOpen(name)} className="text-left font-semibold hover:text-primary">
      {name}
      <span className="sr-only">: attempts and logs</span>
    </button>
  );
}

function TaskError({ shards }: { shards: readonly PipelineTask[] }) {
  const failed = shards.find(({ error }) => error);
  if (!failed?.error) return null;
  const look = failed.state === "failed" ? "text-danger" : "text-muted";
  return <p className={`mt-1 line-clamp-2 max-w-xl break-words text-xs ${look}`}>{failed.error}</p>;
}

function attemptsOf(shards: readonly PipelineTask[]): string {
  const most = Math.max(0, ...shards.map(({ attempt }) => attempt));
  const failures = shards.reduce((sum, shard) => sum + shard.failures, 0);
  return failures > 0 ? `${most}, ${failures} failed` : String(most);
}

/** A run's tasks with their shards taken together; each leads to its attempts and logs. */
export function TasksTable({ groups, tasks, now, onOpen }: TasksTableProps) {
  const rows = groups.map((group) => {
    const shards = tasks.filter(({ name }) => name === group.name);
    const ms = spanMsOf(group, now);
    return {
      group,
      shards,
      took: ms === null ? "–" : formatSpan(ms),
      counts: sumCounts(shards.map(({ counts }) => counts)),
    };
  });
  return (
    <>
      <div className="hidden md:block">
        <Table label="Tasks of the run">
          <TableHead>
            <TableRow>
              <TableHeader>Task</TableHeader>
              <TableHeader>State</TableHeader>
              <TableHeader isNumeric>Shards</TableHeader>
              <TableHeader isNumeric>Attempts</TableHeader>
              <TableHeader isNumeric>Took</TableHeader>
              <TableHeader>Counts</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ group, shards, took, counts }) => (
              <TableRow key={group.name}>
                <th scope="row" className="px-4 py-3 text-left font-normal">
                  <NameButton name={group.name} onOpen={onOpen} />
                  <TaskError shards={shards} />
                </th>
                <TableCell>
                  <TaskStateBadge state={group.state} />
                </TableCell>
                <TableCell isNumeric>{group.isMapped ? `${group.ended}/${group.shards}` : "–"}</TableCell>
                <TableCell isNumeric className="whitespace-nowrap">
                  {attemptsOf(shards)}
                </TableCell>
                <TableCell isNumeric className="whitespace-nowrap">
                  {took}
                </TableCell>
                <TableCell>
                  <CountsList counts={counts} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      <ul className="grid gap-3 md:hidden">
        {rows.map(({ group, shards, took, counts }) => (
          <li key={group.name}>
            <Card className="grid gap-2 p-4 text-sm">
              <p className="flex items-center justify-between gap-3">
                <NameButton name={group.name} onOpen={onOpen} />
                <TaskStateBadge state={group.state} />
              </p>
              <TaskError shards={shards} />
              <CountsList counts={counts} />
              <p className="text-muted text-xs">
                {group.isMapped && `${group.ended} of ${group.shards} shards, `}attempts {attemptsOf(shards)}, took{" "}
                {took}
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
