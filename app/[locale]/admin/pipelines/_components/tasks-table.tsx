"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/app/_components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/app/_components/ui/table";
import { useFormats } from "@/app/_i18n/use-formats";
import type { TaskGroup } from "@/lib/shared/pipeline-views";
import type { PipelineTask } from "@/lib/shared/pipelines";
import { sumCounts } from "@/lib/shared/task-groups";
import { CountsList } from "./counts";
import { spanMsOf } from "./run-span";
import { TaskStateBadge } from "./run-state";

type TasksTableProps = {
  groups: readonly TaskGroup[];
  tasks: readonly PipelineTask[];
  now: number;
  onOpen: (name: string) => void;
};

function NameButton({ name, onOpen }: { name: string; onOpen: (name: string) => void }) {
  const t = useTranslations("pipelines");
  return (
    <button type="button" onClick={() => onOpen(name)} className="text-left font-semibold hover:text-primary">
      {t.rich("tasks.open", { task: name, sr: (text) => <span className="sr-only">{text}</span> })}
    </button>
  );
}

function TaskError({ shards }: { shards: readonly PipelineTask[] }) {
  const failed = shards.find(({ error }) => error);
  if (!failed?.error) return null;
  const look = failed.state === "failed" ? "text-danger" : "text-muted";
  return (
    <p lang="en" className={`mt-1 line-clamp-2 max-w-xl break-words text-xs ${look}`}>
      {failed.error}
    </p>
  );
}

/** The most attempts that a shard took, and how many failed of all. */
function countAttempts(shards: readonly PipelineTask[]) {
  const attempts = Math.max(0, ...shards.map(({ attempt }) => attempt));
  return { attempts, failed: shards.reduce((sum, { failures }) => sum + failures, 0) };
}

/** A run's tasks with their shards taken together; each leads to its attempts and logs. */
export function TasksTable({ groups, tasks, now, onOpen }: TasksTableProps) {
  const t = useTranslations("pipelines");
  const { span } = useFormats();
  const attemptsOf = (shards: readonly PipelineTask[]) => {
    const { attempts, failed } = countAttempts(shards);
    return failed > 0 ? t("tasks.failed", { attempts, failed }) : String(attempts);
  };
  const rows = groups.map((group) => {
    const shards = tasks.filter(({ name }) => name === group.name);
    const ms = spanMsOf(group, now);
    return {
      group,
      shards,
      took: ms === null ? "–" : span(ms),
      counts: sumCounts(shards.map(({ counts }) => counts)),
    };
  });
  return (
    <>
      <div className="hidden md:block">
        <Table label={t("tasks.table")}>
          <TableHead>
            <TableRow>
              <TableHeader>{t("tasks.task")}</TableHeader>
              <TableHeader>{t("run.state")}</TableHeader>
              <TableHeader isNumeric>{t("tasks.shards")}</TableHeader>
              <TableHeader isNumeric>{t("tasks.attempts")}</TableHeader>
              <TableHeader isNumeric>{t("run.took")}</TableHeader>
              <TableHeader>{t("tasks.counts")}</TableHeader>
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
                {[
                  ...(group.isMapped ? [t("tasks.ofShards", { ended: group.ended, shards: group.shards })] : []),
                  t("tasks.facts", { attempts: attemptsOf(shards), took }),
                ].join(", ")}
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
