import { ChevronLeft, ListChecks } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";
import { z } from "zod";
import { orNotFound } from "@/app/_components/or-not-found";
import { orFirstPage, readSearchParams, type SearchParams, toHref } from "@/app/_components/page-address";
import { Pagination } from "@/app/_components/pagination";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { requireStaff } from "@/app/admin/_components/require-staff";
import { RunHeader } from "@/app/admin/_components/run-header";
import { TaskFilter } from "@/app/admin/_components/task-filter";
import { TasksTable } from "@/app/admin/_components/tasks-table";
import { getStaffRun, listStaffTasks } from "@/lib/server/pipelines/staff-queries";
import { PIPELINE_NAMES, pipelineTaskSchema } from "@/lib/shared/pipelines";

const PAGE_SIZE = 50;

const querySchema = z.object({
  state: pipelineTaskSchema.shape.state.optional(),
  q: z.string().trim().max(100).default(""),
  cursor: z.string().max(500).optional(),
});

type PageProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

const load = cache(async (id: string) => orNotFound(getStaffRun(await requireStaff(), id)));

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { run } = await load((await params).id);
  return { title: `${PIPELINE_NAMES[run.pipeline]} for ${run.day}` };
}

export default async function RunPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const { run, taskCounts } = await load(id);
  const path = `/admin/pipelines/${id}`;
  const { state, q, cursor } = await readSearchParams(querySchema, searchParams, path);
  const filter = { state, q, cursor, limit: PAGE_SIZE };
  const page = await orFirstPage(listStaffTasks(await requireStaff(), id, filter), path);
  return (
    <>
      <Link
        href="/admin/pipelines"
        className="-mb-4 inline-flex w-fit items-center gap-1 text-muted text-sm hover:text-foreground"
      >
        <ChevronLeft aria-hidden className="size-4" />
        All runs
      </Link>
      <RunHeader runs={[run]} />
      <h2 className="font-semibold text-xl">Tasks</h2>
      <TaskFilter path={path} counts={taskCounts} state={state} q={q} />
      {page.items.length === 0 ? (
        <EmptyState
          icon={<ListChecks />}
          title="No such task"
          text={state || q ? "No task of this run fits the filter." : "The run has not begun any task."}
        />
      ) : (
        <TasksTable tasks={page.items} />
      )}
      <Pagination
        label="tasks"
        firstHref={cursor ? toHref(path, { state, q }) : undefined}
        nextHref={page.nextCursor ? toHref(path, { state, q, cursor: page.nextCursor }) : undefined}
      />
    </>
  );
}
