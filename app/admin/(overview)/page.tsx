import { ChartLine } from "lucide-react";
import Link from "next/link";
import { connection } from "next/server";
import { formatCount, formatDay } from "@/app/_components/charts/chart-format";
import { SalesChart } from "@/app/_components/charts/sales-chart";
import { Sparkline } from "@/app/_components/charts/sparkline";
import { PageHeader } from "@/app/_components/page-header";
import { Trend } from "@/app/_components/sales/trend";
import { Card } from "@/app/_components/ui/card";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { HealthCard } from "@/app/admin/_components/health-card";
import { ModelCard } from "@/app/admin/_components/model-card";
import { OverviewStats } from "@/app/admin/_components/overview-stats";
import { QualityCard } from "@/app/admin/_components/quality-card";
import { requireStaff } from "@/app/admin/_components/require-staff";
import { getStoreAccuracy } from "@/lib/server/ledger/queries";
import { listPipelineHealth, listStaffAlerts } from "@/lib/server/pipelines/staff-queries";
import { getSalesOverview } from "@/lib/server/sales/queries";
import type { GameSales, SalesOverview } from "@/lib/shared/sales";

function StoreChart({ overview }: { overview: SalesOverview }) {
  if (overview.actual.length === 0) {
    return (
      <EmptyState
        icon={<ChartLine />}
        title="No sales are counted yet"
        text="The sales ETL counts the orders every night. Run it by hand under Pipelines to see them at once."
      />
    );
  }
  return (
    <Card className="p-4 sm:p-5">
      <h2 className="mb-4 font-semibold text-lg">Units a day, whole store</h2>
      <SalesChart name="whole store" actual={overview.actual} forecast={overview.forecastDays} />
      <details className="mt-4 text-muted text-sm">
        <summary className="w-fit font-medium text-foreground">How the store's band is made</summary>
        <p className="mt-2 max-w-3xl">
          The forecast is the sum of all games' forecasts. For the band, games are taken to miss independently of each
          other: the distances of their bands' ends add up as the root of the sum of squares, and the days of one game
          add end by end. A surprise that moves every game at once, such as an outage or a festival, is not in it, so
          the real sum will leave this band more often than 2 times in 10.
        </p>
      </details>
    </Card>
  );
}

function TopGames({ games }: { games: readonly GameSales[] }) {
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
      <h2 className="flex items-center justify-between gap-2 font-semibold text-lg">
        Top games
        <Link href="/admin/games" className="font-medium text-muted text-sm underline underline-offset-4">
          All games
        </Link>
      </h2>
      {games.length === 0 && <p className="text-muted text-sm">Nothing was sold in the last 28 days.</p>}
      <ol className="divide-y divide-line text-sm">
        {games.map((game) => (
          <li key={game.slug} className="flex items-center justify-between gap-3 py-2.5">
            <Link href={`/admin/games/${game.slug}`} className="min-w-0 grow truncate font-medium hover:text-primary">
              {game.title}
            </Link>
            <Sparkline values={game.sparkline} label="Units a day, last 28 days" />
            <span className="grid w-16 justify-items-end">
              <span className="font-semibold tabular-nums">{formatCount(game.units)}</span>
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
  const through = overview.dataThrough;
  return (
    <>
      <PageHeader
        title="Overview"
        text={
          through
            ? `The 28 days up to ${formatDay(through)}, the last day of data, against the 28 before.`
            : "Nothing is counted yet"
        }
      />
      <OverviewStats overview={overview} />
      <StoreChart overview={overview} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-2">
        <TopGames games={overview.topGames} />
        <QualityCard accuracy={accuracy} />
        <HealthCard pipelines={pipelines} alerts={alerts} now={Date.now()} />
        <ModelCard model={overview.model} />
      </div>
    </>
  );
}
