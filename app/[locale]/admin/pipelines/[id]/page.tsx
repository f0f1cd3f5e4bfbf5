import { ChevronLeft } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import { orNotFound } from "@/app/_components/or-not-found";
import { readSearchParams, type SearchParams } from "@/app/_components/page-address";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { getFormats } from "@/app/_i18n/get-formats";
import { Link } from "@/app/_i18n/navigation";
import { requireStaff } from "@/app/[locale]/admin/_components/require-staff";
import { getStaffRun } from "@/lib/server/pipelines/staff-queries";
import { gameWorkStateSchema } from "@/lib/shared/pipelines";
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
  const [t, { day }] = await Promise.all([getTranslations("pipelines"), getFormats()]);
  return { title: t("runFor", { pipeline: t(`names.${run.pipeline}`), day: day(run.day) }) };
}

export default async function RunPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const run = await load(id);
  const t = await getTranslations("pipelines");
  const path = `/admin/pipelines/${id}`;
  const { view, task, state, q, cursor } = await readSearchParams(querySchema, searchParams, path);
  return (
    <ClientMessages namespaces={["pipelines"]}>
      <Link
        href="/admin/pipelines"
        className="-mb-4 inline-flex w-fit items-center gap-1 text-muted text-sm hover:text-foreground"
      >
        <ChevronLeft aria-hidden className="size-4" />
        {t("run.all")}
      </Link>
      <RunScreen
        key={id}
        run={run}
        now={Date.now()}
        view={view}
        task={task}
        games={view === "games" && <GamesSection run={run} path={path} filter={{ state, q, cursor }} />}
      />
    </ClientMessages>
  );
}
