import { listAttempts, listFailedGames } from "@/lib/server/pipelines/details";
import { listRuns, listTasks } from "@/lib/server/pipelines/queries";
import { isGood, type Pipeline, type PipelineRun, type PipelineTask } from "@/lib/shared/pipelines";
import type { PrismaClient } from "@/prisma/generated/client";
import { INTERRUPTED } from "./listen-for-stop";

const MAX_PRINTED_FAILURES = 10;
const LISTED_RUNS = 20;

function toSeconds({ startedAt, finishedAt }: { startedAt: string | null; finishedAt: string | null }): string {
  const ms = Date.parse(finishedAt ?? "") - Date.parse(startedAt ?? "");
  return Number.isFinite(ms) ? `${(ms / 1000).toFixed(1)} s` : "–";
}

const toWords = (state: string) => state.replaceAll("_", " ");

/** Rows as columns of text. */
function toTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Prints how a run ended; returns the exit status that says so. */
export async function printEnd(run: PipelineRun, db: PrismaClient): Promise<number> {
  const tasks = await db.pipelineTask.findMany({ where: { runId: run.id }, select: { output: true } });
  for (const { output } of tasks) {
    if (output && typeof output === "object" && "text" in output) console.log(String(output.text));
  }
  const counts = Object.entries(run.counts).map(([name, count]) => `${name} ${count}`);
  const about = `${run.pipeline} for ${run.day} ${toWords(run.state)} in ${toSeconds(run)}`;
  for (const { slug, error } of await listFailedGames(db, run.id, MAX_PRINTED_FAILURES)) {
    console.error(`${slug}: ${error ?? "failed"}`);
  }
  if (isGood(run.state)) {
    console.log([about, ...counts].join(" · "));
    return 0;
  }
  console.error(`${about}: ${run.error ?? "no reason given"}`);
  return run.state === "cancelled" ? INTERRUPTED : 1;
}

/** Prints the newest runs, one a line. */
export async function printRuns(pipeline: Pipeline | undefined, db: PrismaClient): Promise<void> {
  const { items } = await listRuns(db, { pipeline, limit: LISTED_RUNS });
  const rows = items.map((run) => [
    run.id.slice(0, 8),
    run.pipeline,
    run.day,
    run.isCancelling ? "cancelling" : toWords(run.state),
    run.createdAt.slice(0, 16).replace("T", " "),
    toSeconds(run),
    run.trigger,
    run.error ?? "",
  ]);
  if (rows.length === 0) console.log("There is no run yet.");
  else console.log(toTable([["run", "pipeline", "day", "state", "asked for (UTC)", "took", "by", ""], ...rows]));
}

function toTaskRow(task: PipelineTask): string[] {
  const name = task.isMapped ? `${task.name} ${task.shard + 1}` : task.name;
  const counts = Object.entries(task.counts).map(([key, count]) => `${key} ${count}`);
  return [name, toWords(task.state), `${task.attempt}`, toSeconds(task), counts.join(" · "), task.error ?? ""];
}

/** Prints a run: its tasks, the games that failed, and what the last attempts of tasks in trouble wrote down. */
export async function printRun(run: PipelineRun, db: PrismaClient): Promise<void> {
  const percent = `${Math.round(run.progress * 100)} %`;
  console.log(
    `${run.id}  ${run.pipeline} for ${run.day}, ${toWords(run.state)} ${percent}, asked for by ${run.trigger}`,
  );
  const tasks = await listTasks(db, run.id);
  if (tasks.length > 0)
    console.log(toTable([["task", "state", "attempts", "took", "counts", ""], ...tasks.map(toTaskRow)]));
  for (const { slug, error } of await listFailedGames(db, run.id, MAX_PRINTED_FAILURES))
    console.log(`${slug}: ${error}`);
  for (const task of tasks.filter(({ state }) => state === "failed" || state === "retrying")) {
    const [last] = await listAttempts(db, run.id, task.id);
    if (!last) continue;
    console.log(`\n${task.name}, attempt ${last.number} on ${last.worker}: ${last.error ?? toWords(last.state)}`);
    for (const { at, text } of last.log) console.log(`  ${at.slice(11, 19)} ${text}`);
  }
}
