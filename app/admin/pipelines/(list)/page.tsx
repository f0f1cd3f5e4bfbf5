import { Workflow } from "lucide-react";
import type { Metadata } from "next";
import { connection } from "next/server";
import { z } from "zod";
import { FilterLinks } from "@/app/_components/filter-links";
import { orFirstPage, readSearchParams, type SearchParams, toHref } from "@/app/_components/page-address";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { PipelineCards } from "@/app/admin/_components/pipeline-cards";
import { requireStaff } from "@/app/admin/_components/require-staff";
import { RunsTable } from "@/app/admin/_components/runs-table";
import { listPipelineHealth, listStaffRuns } from "@/lib/server/pipelines/staff-queries";
import { addDays, toDay } from "@/lib/shared/day";
import { PIPELINE_NAMES, PIPELINES, pipelineSchema } from "@/lib/shared/pipelines";

const PATH = "/admin/pipelines";
const PAGE_SIZE = 20;

const querySchema = z.object({ pipeline: pipelineSchema.optional(), cursor: z.string().max(500).optional() });

export const metadata: Metadata = { title: "Pipelines" };

export default async function PipelinesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireStaff();
  await connection();
  const { pipeline, cursor } = await readSearchParams(querySchema, searchParams, PATH);
  const [pipelines, page] = await Promise.all([
    listPipelineHealth(actor),
    orFirstPage(listStaffRuns(actor, { pipeline, cursor, limit: PAGE_SIZE }), PATH),
  ]);
  const now = new Date();
  const choices = [undefined, ...PIPELINES].map((choice) => ({
    href: toHref(PATH, { pipeline: choice }),
    text: choice ? PIPELINE_NAMES[choice] : "All",
    isCurrent: choice === pipeline,
  }));
  return (
    <>
      <PageHeader title="Pipelines" text="The nightly runs behind the numbers, and how to start one by hand." />
      <PipelineCards pipelines={pipelines} now={now.getTime()} lastDay={addDays(toDay(now), -1)} />
      <FilterLinks label="Runs by pipeline" choices={choices} />
      {page.items.length === 0 && (
        <EmptyState
          icon={<Workflow />}
          title="No run yet"
          text="The schedule starts the first one tonight; Run now starts one at once."
        />
      )}
      {/* Stands without rows, too: it follows a first run that is started from here. */}
      <RunsTable runs={page.items} />
      <Pagination
        label="runs"
        firstHref={cursor ? toHref(PATH, { pipeline }) : undefined}
        nextHref={page.nextCursor ? toHref(PATH, { pipeline, cursor: page.nextCursor }) : undefined}
      />
    </>
  );
}
