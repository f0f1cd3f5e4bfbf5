import { ChartLine, ChevronLeft } from "lucide-react";
import Link from "next/link";
import { formatCount, formatDay } from "@/app/_components/charts/chart-format";
import { SalesChart } from "@/app/_components/charts/sales-chart";
import { Alert } from "@/app/_components/ui/alert";
import { Card } from "@/app/_components/ui/card";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { type Day, daysBetween, toDay } from "@/lib/shared/day";
import type { GameForecast } from "@/lib/shared/forecast";
import { formatMoney } from "@/lib/shared/money";
import { WINDOW_DAYS } from "@/lib/shared/sales";
import { ForecastFacts } from "./forecast-facts";
import { Stat } from "./stat";

function Summaries({ view }: { view: GameForecast }) {
  const recent = view.actual.slice(-WINDOW_DAYS);
  const units = recent.reduce((sum, day) => sum + day.units, 0);
  const amountCents = recent.reduce((sum, day) => sum + day.revenueCents, 0);
  return (
    <dl className="grid grid-cols-2 gap-3 sm:gap-4 xl:grid-cols-4">
      <Stat
        label={`Last ${WINDOW_DAYS} days`}
        value={formatCount(units)}
        detail={`${formatMoney({ amountCents, currency: view.game.currency })} revenue`}
      />
      {view.forecast?.summaries.map(({ horizonDays, units: predicted, lowerUnits, upperUnits }) => (
        <Stat
          key={horizonDays}
          label={`Next ${horizonDays} days`}
          value={formatCount(predicted)}
          detail={`${formatCount(lowerUnits)} – ${formatCount(upperUnits)} band`}
        />
      ))}
    </dl>
  );
}

/** A forecast that newer sales have overtaken says so. */
function StaleNote({ view }: { view: GameForecast }) {
  const behind = view.forecast && view.dataThrough ? daysBetween(view.forecast.madeFrom, view.dataThrough) : 0;
  if (behind <= 0) return null;
  return (
    <Alert tone="warning" title={`This forecast is ${behind} ${behind === 1 ? "day" : "days"} behind the sales`}>
      It will be renewed by the next run of the forecast pipeline.
    </Alert>
  );
}

function Chart({ view }: { view: GameForecast }) {
  if (view.actual.length === 0 && !view.forecast) {
    return (
      <EmptyState
        icon={<ChartLine />}
        title="Nothing was sold yet"
        text="Sales are counted once a night. After the first day with a sale, this page shows it and a forecast."
      />
    );
  }
  return (
    <Card className="p-4 sm:p-5">
      <h2 className="mb-4 font-semibold text-lg">Units sold and forecast</h2>
      <SalesChart
        name={view.game.title}
        actual={view.actual}
        forecast={view.forecast?.days ?? []}
        discounts={view.discounts}
      />
    </Card>
  );
}

function releaseText(releaseDate: Day | null): string {
  if (!releaseDate) return "No release date";
  return `${releaseDate > toDay(new Date()) ? "Comes out" : "Released"} ${formatDay(releaseDate)}`;
}

type GameForecastViewProps = { view: GameForecast; backHref: string; backLabel: string };

/** One game's page for those who sell it. */
export function GameForecastView({ view, backHref, backLabel }: GameForecastViewProps) {
  const { game, forecast, dataThrough } = view;
  return (
    <div className="grid gap-6">
      <header className="grid gap-2">
        <Link href={backHref} className="inline-flex w-fit items-center gap-1 text-muted text-sm hover:text-foreground">
          <ChevronLeft aria-hidden className="size-4" />
          {backLabel}
        </Link>
        <h1 className="font-bold text-3xl">{game.title}</h1>
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-sm">
          <span>{game.publisher.name}</span>
          <span>{releaseText(game.releaseDate)}</span>
          {dataThrough && <span>Sales up to {formatDay(dataThrough)}</span>}
          <Link href={`/games/${game.slug}`} className="underline underline-offset-4 hover:text-foreground">
            Open in the shop
          </Link>
        </p>
      </header>
      <StaleNote view={view} />
      {!forecast && view.actual.length > 0 && (
        <Alert title="No forecast yet">
          The forecast pipeline has not covered this game. It does so from the night after its sales were counted.
        </Alert>
      )}
      {(forecast || view.actual.length > 0) && <Summaries view={view} />}
      <Chart view={view} />
      {forecast && <ForecastFacts forecast={forecast} discounts={view.discounts} />}
    </div>
  );
}
