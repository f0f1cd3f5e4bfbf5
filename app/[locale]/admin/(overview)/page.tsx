import { ChartLine, ChevronRight } from "lucide-react";
import { connection } from "next/server";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { SalesChart } from "@/app/_components/charts/sales-chart";
import { Sparkline } from "@/app/_components/charts/sparkline";
import { PageHeader } from "@/app/_components/page-header";
import { Trend } from "@/app/_components/sales/trend";
import { Card } from "@/app/_components/ui/card";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { getFormats } from "@/app/_i18n/get-formats";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import { HealthCard } from "@/app/[locale]/admin/_components/health-card";
import { ModelCard } from "@/app/[locale]/admin/_components/model-card";
import { OverviewStats } from "@/app/[locale]/admin/_components/overview-stats";
import { QualityCard } from "@/app/[locale]/admin/_components/quality-card";
import { requireStaff } from "@/app/[locale]/admin/_components/require-staff";
import { getStoreAccuracy } from "@/lib/server/ledger/queries";
import { listPipelineHealth, listStaffAlerts } from "@/lib/server/pipelines/staff-queries";
import { getSalesOverview } from "@/lib/server/sales/queries";
import { type GameSales, type SalesOverview, WINDOW_DAYS } from "@/lib/shared/sales";

function StoreChart({ overview }: { overview: SalesOverview }) {
  const t = useTranslations("admin");
  if (overview.actual.length === 0) {
    return <EmptyState icon={<ChartLine />} title={t("overview.chart.none")} text={t("overview.chart.noneText")} />;
  }
  return (
    <Card className="p-4 sm:p-5">
      <h2 className="mb-4 font-semibold text-lg">{t("overview.chart.title")}</h2>
      <SalesChart name={t("overview.chart.name")} actual={overview.actual} forecast={overview.forecastDays} />
      <details className="group mt-4 text-muted text-sm">
        <summary className="flex w-fit items-center gap-1 py-1 font-medium text-foreground">
          <ChevronRight aria-hidden className="size-4 text-muted transition-transform group-open:rotate-90" />
          {t("overview.chart.bandTitle")}
        </summary>
        <p className="mt-2 max-w-3xl">{t("overview.chart.bandText")}</p>
      </details>
    </Card>
  );
}

function TopGames({ games }: { games: readonly GameSales[] }) {
  const t = useTranslations("admin");
  const { count } = useFormats();
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
      <h2 className="flex items-center justify-between gap-2 font-semibold text-lg">
        {t("overview.topGames.title")}
        <Link href="/admin/games" className="font-medium text-muted text-sm underline underline-offset-4">
          {t("overview.topGames.all")}
        </Link>
      </h2>
      {games.length === 0 && <p className="text-muted text-sm">{t("overview.topGames.none", { days: WINDOW_DAYS })}</p>}
      <ol className="divide-y divide-line text-sm">
        {games.map((game) => (
          <li key={game.slug} className="flex items-center justify-between gap-3 py-2.5">
            <Link href={`/admin/games/${game.slug}`} className="min-w-0 grow truncate font-medium hover:text-primary">
              {game.title}
            </Link>
            <Sparkline values={game.sparkline} />
            <span className="grid w-16 justify-items-end">
              <span className="font-semibold tabular-nums">{count(game.units)}</span>
              <Trend value={game.trend} />
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

export default async function AdminPage() {
  const actor = await requireStaff();
  await connection();
  const [overview, pipelines, alerts, accuracy] = await Promise.all([
    getSalesOverview(actor),
    listPipelineHealth(actor),
    listStaffAlerts(actor),
    getStoreAccuracy(actor),
  ]);
  const [t, { day }] = await Promise.all([getTranslations("admin"), getFormats()]);
  const through = overview.dataThrough;
  return (
    <ClientMessages namespaces={["charts", "forecast"]}>
      <PageHeader
        title={t("overview.title")}
        text={through ? t("overview.text", { days: WINDOW_DAYS, day: day(through) }) : t("overview.nothing")}
      />
      <OverviewStats overview={overview} />
      <StoreChart overview={overview} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-2">
        <TopGames games={overview.topGames} />
        <ModelCard model={overview.model} />
        <HealthCard pipelines={pipelines} alerts={alerts} now={Date.now()} />
        <QualityCard accuracy={accuracy} />
      </div>
    </ClientMessages>
  );
}
