import { ChevronLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";
import { z } from "zod";
import { orNotFound } from "@/app/_components/or-not-found";
import { readSearchParams, type SearchParams } from "@/app/_components/page-address";
import { requireStaff } from "@/app/admin/_components/require-staff";
import { getStaffRun } from "@/lib/server/pipelines/staff-queries";
import { gameWorkStateSchema, PIPELINE_NAMES } from "@/lib/shared/pipelines";
import { GamesSection } from "../_components/games-section";
import { RunScreen } from "../_components/run-screen";
import { RUN_VIEWS } from "../_components/run-views";

const querySchema = z.object({
  view: z.enum(RUN_VIEWS).default("graph"),
  task: z.string().max(100).optional(),
  state: gameWorkStateSchema.optional(),
  q: z.string().trim().max(100).default(""),
  cursor: z.string().max(2500).optional(),
});

type PageProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

const load = cache(async (id: string) => orNotFound(getStaffRun(await requireStaff(), id)));

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const run = await load((await params).id);
  return { title: `${PIPELINE_NAMES[run.pipeline]} for ${run.day}` };
}

export default async function RunPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const run = await load(id);
  const path = `/admin/pipelines/${id}`;
  const { view, task, state, q, cursor } = await readSearchParams(querySchema, searchParams, path);
  return (
    <>
      <Link
        href="/admin/pipelines"
        className="-mb-4 inline-flex w-fit items-center gap-1 text-muted text-sm hover:text-foreground"
      >
        <ChevronLeft aria-hidden className="size-4" />
        All runs
      </Link>
      <RunScreen
        key={id}
        run={run}
        now={Date.now()}
        view={view}
        task={task}
        games={view === "games" && <GamesSection run={run} path={path} filter={{ state, q, cursor }} />}
      />
    </>
  );
}
