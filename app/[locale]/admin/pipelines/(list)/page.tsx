import { Workflow } from "lucide-react";
import type { Metadata } from "next";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { FilterLinks } from "@/app/_components/filter-links";
import { orFirstPage, readSearchParams, type SearchParams, toHref } from "@/app/_components/page-address";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { PipelineAlerts } from "@/app/[locale]/admin/_components/pipeline-alerts";
import { requireStaff } from "@/app/[locale]/admin/_components/require-staff";
import type { Actor } from "@/lib/server/auth/actor";
import { getOperations, listPipelineHealth, listStaffRuns } from "@/lib/server/pipelines/staff-queries";
import { addDays, toDay } from "@/lib/shared/day";
import type { RunView } from "@/lib/shared/pipeline-views";
import { PIPELINES, type Pipeline, pipelineSchema } from "@/lib/shared/pipelines";
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

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pipelines");
  return { title: t("list.title") };
}

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
  const t = await getTranslations("pipelines");
  const now = new Date();
  const scheduled = pipelines.filter(({ isPaused }) => !isPaused).map((health) => health.pipeline);
  const choices = [undefined, ...PIPELINES].map((choice) => ({
    href: toHref(PATH, { pipeline: choice }),
    text: choice ? t(`names.${choice}`) : t("list.all"),
    isCurrent: choice === pipeline,
  }));
  return (
    <ClientMessages namespaces={["pipelines"]}>
      <LivePage runs={page.items} mark={operations.mark} />
      <PageHeader title={t("list.title")} text={t("list.text")} actions={<LiveNote />} />
      <PollNote />
      {operations.alerts.length > 0 && (
        <section aria-label={t("alerts.label")} className="grid gap-3">
          <PipelineAlerts alerts={operations.alerts} />
        </section>
      )}
      <PipelineCards pipelines={pipelines} now={now.getTime()} lastDay={addDays(toDay(now), -1)} />
      <OperationsCard
        queue={operations.queue}
        nextStarts={listNextStarts(scheduled, now, NEXT_STARTS)}
        now={now.getTime()}
      />
      <h2 className="font-semibold text-xl">{t("list.runs")}</h2>
      <FilterLinks label={t("list.byPipeline")} choices={choices} />
      {page.items.length === 0 && <EmptyState icon={<Workflow />} title={t("list.none")} text={t("list.noneText")} />}
      {/* Grids of few runs stand side by side. */}
      <div className="flex flex-wrap items-start gap-4">
        {grids.map((grid) => (
          <RunGrid key={grid.pipeline} {...grid} now={now.getTime()} />
        ))}
      </div>
      {page.items.length > 0 && <RunsTable runs={page.items} />}
      <Pagination
        label={t("list.pages")}
        {...(cursor ? { firstHref: toHref(PATH, { pipeline }) } : {})}
        {...(page.nextCursor ? { nextHref: toHref(PATH, { pipeline, cursor: page.nextCursor }) } : {})}
      />
    </ClientMessages>
  );
}
