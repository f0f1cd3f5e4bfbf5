import { Workflow } from "lucide-react";
import type { Metadata } from "next";
import { connection } from "next/server";
import { z } from "zod";
import { FilterLinks } from "@/app/_components/filter-links";
import { orFirstPage, readSearchParams, type SearchParams, toHref } from "@/app/_components/page-address";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { requireStaff } from "@/app/admin/_components/require-staff";
import type { Actor } from "@/lib/server/auth/actor";
import { getOperations, listPipelineHealth, listStaffRuns } from "@/lib/server/pipelines/staff-queries";
import { addDays, toDay } from "@/lib/shared/day";
import type { RunView } from "@/lib/shared/pipeline-views";
import { PIPELINE_NAMES, PIPELINES, type Pipeline, pipelineSchema } from "@/lib/shared/pipelines";
import { AlertsList } from "../_components/alerts-list";
import { LiveNote, PollNote } from "../_components/live-note";
import { LivePage } from "../_components/live-page";
import { listNextStarts } from "../_components/next-starts";
import { OperationsCard } from "../_components/operations-card";
import { PipelineCards } from "../_components/pipeline-cards";
import { RunGrid } from "../_components/run-grid";
import { RunsTable } from "../_components/runs-table";

const PATH = "/admin/pipelines";
/** As many runs as a grid's columns have room for. */
const PAGE_SIZE = 16;
const NEXT_STARTS = 6;

const querySchema = z.object({ pipeline: pipelineSchema.optional(), cursor: z.string().max(500).optional() });

export const metadata: Metadata = { title: "Pipelines" };

type Grid = { pipeline: Pipeline; runs: RunView[] };

/** The grid of the pipeline that is looked at, with the runs of the page; of all pipelines where none is. */
async function listGrids(actor: Actor, pipeline: Pipeline | undefined, runs: RunView[]): Promise<Grid[]> {
  if (pipeline) return [{ pipeline, runs }];
  return Promise.all(
    PIPELINES.map(async (each) => ({
      pipeline: each,
      runs: (await listStaffRuns(actor, { pipeline: each, limit: PAGE_SIZE })).items,
    })),
  );
}

export default async function PipelinesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireStaff();
  await connection();
  const { pipeline, cursor } = await readSearchParams(querySchema, searchParams, PATH);
  const [pipelines, page, operations] = await Promise.all([
    listPipelineHealth(actor),
    orFirstPage(listStaffRuns(actor, { pipeline, cursor, limit: PAGE_SIZE }), PATH),
    getOperations(actor),
  ]);
  const grids = (await listGrids(actor, pipeline, page.items)).filter(({ runs }) => runs.length > 0);
  const now = new Date();
  const scheduled = pipelines.filter(({ isPaused }) => !isPaused).map((health) => health.pipeline);
  const choices = [undefined, ...PIPELINES].map((choice) => ({
    href: toHref(PATH, { pipeline: choice }),
    text: choice ? PIPELINE_NAMES[choice] : "All",
    isCurrent: choice === pipeline,
  }));
  return (
    <>
      <LivePage runs={page.items} mark={operations.mark} />
      <PageHeader
        title="Pipelines"
        text="The nightly runs behind the numbers: what they do now, what went wrong, and how to set it right."
        actions={<LiveNote />}
      />
      <PollNote />
      <AlertsList alerts={operations.alerts} />
      <PipelineCards pipelines={pipelines} now={now.getTime()} lastDay={addDays(toDay(now), -1)} />
      <OperationsCard
        queue={operations.queue}
        nextStarts={listNextStarts(scheduled, now, NEXT_STARTS)}
        now={now.getTime()}
      />
      <h2 className="font-semibold text-xl">Runs</h2>
      <FilterLinks label="Runs by pipeline" choices={choices} />
      {page.items.length === 0 && (
        <EmptyState
          icon={<Workflow />}
          title="No run yet"
          text="The schedule starts the first one tonight; Run now starts one at once."
        />
      )}
      {grids.map((grid) => (
        <RunGrid key={grid.pipeline} {...grid} now={now.getTime()} />
      ))}
      {page.items.length > 0 && <RunsTable runs={page.items} />}
      <Pagination
        label="runs"
        {...(cursor ? { firstHref: toHref(PATH, { pipeline }) } : {})}
        {...(page.nextCursor ? { nextHref: toHref(PATH, { pipeline, cursor: page.nextCursor }) } : {})}
      />
    </>
  );
}
