import { clsx } from "clsx";
import { ChartLine, ChevronLeft } from "lucide-react";
import Link from "next/link";
import { formatDay } from "@/app/_components/charts/chart-format";
import { Card } from "@/app/_components/ui/card";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { type Day, toDay } from "@/lib/shared/day";
import type { GameForecast } from "@/lib/shared/forecast";
import type { GameAccuracy } from "@/lib/shared/ledger";
import { AccuracyCard } from "./accuracy-card";
import { ChosenDayProvider } from "./chosen-day";
import { FlagAlert } from "./flag-alert";
import { FlagBadge } from "./flag-badge";
import { ForecastChart } from "./forecast-chart";
import { HowToRead, WhereItComesFrom } from "./forecast-facts";
import { ForecastNotes } from "./forecast-notes";
import { ForecastPlaceProvider } from "./forecast-place";
import { ForecastSums } from "./forecast-sums";
import { SectionLinks } from "./section-links";
import { SimilarGames } from "./similar-games";
import { StockOutCard } from "./stock-out-card";
import { WhatIfCard } from "./what-if-card";
import { WhyCard } from "./why-card";

type Forecast = NonNullable<GameForecast["forecast"]>;

function releaseText(releaseDate: Day | null): string {
  if (!releaseDate) return "No release date";
  return `${releaseDate > toDay(new Date()) ? "Comes out" : "Released"} ${formatDay(releaseDate)}`;
}

type HeaderProps = Pick<GameForecastViewProps, "view" | "accuracy" | "backHref" | "backLabel">;

function Header({ view: { game, dataThrough }, accuracy, backHref, backLabel }: HeaderProps) {
  return (
    <header className="grid gap-2">
      <Link href={backHref} className="inline-flex w-fit items-center gap-1 text-muted text-sm hover:text-foreground">
        <ChevronLeft aria-hidden className="size-4" />
        {backLabel}
      </Link>
      <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-bold text-3xl">
        {game.title}
        {accuracy.flag && <FlagBadge isRetrained={accuracy.flag.isRetrained} />}
      </h1>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-sm">
        <span>{game.publisher.name}</span>
        <span>{releaseText(game.releaseDate)}</span>
        {dataThrough && <span>Sales up to {formatDay(dataThrough)}</span>}
        <Link href={`/games/${game.slug}`} className="underline underline-offset-4 hover:text-foreground">
          Open in the shop
        </Link>
      </p>
    </header>
  );
}

function ChartCard({ view }: { view: GameForecast }) {
  if (view.actual.length === 0 && !view.forecast) {
    return (
      <EmptyState
        icon={<ChartLine />}
        title="Nothing was sold yet"
        text="Sales are counted once a night. After the first day with a sale, this page shows it and a forecast."
      />
    );
  }
  const { forecast } = view;
  return (
    <Card id="forecast" className="grid grid-cols-[minmax(0,1fr)] gap-4 p-4 sm:p-5">
      <h2 className="font-semibold text-lg">
        {view.actual.length > 0 ? "Units sold and forecast" : "Forecast of the launch"}
      </h2>
      <ForecastChart view={view} />
      {forecast && (
        <p className="text-muted text-sm">
          Forecast by: <span className="text-foreground">{forecast.source.words}</span>.{" "}
          <span className="text-xs">Model {forecast.model.version}</span>
        </p>
      )}
    </Card>
  );
}

type PartsProps = { view: GameForecast; forecast: Forecast; accuracy: GameAccuracy; gamesPath: string };

/** What a forecast is put to use for, and how far to trust it. */
function Parts({ view, forecast, accuracy, gamesPath }: PartsProps) {
  const { days, stockOut, similarGames } = forecast;
  const [firstDay, lastDay] = [days[0]?.day, days.at(-1)?.day];
  const hasRecord = accuracy.issued !== null || accuracy.backtest !== null;
  const similar = similarGames.length > 0 && <SimilarGames games={similarGames} gamesPath={gamesPath} />;
  const howToRead = <HowToRead forecast={forecast} discounts={view.discounts} />;
  // A track record is long: what is said of the game besides stands in the other column.
  const isLeftShort = hasRecord && !stockOut && !similar;
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:grid-cols-2">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <WhyCard days={days} discounts={view.discounts} />
          {stockOut && <StockOutCard stock={stockOut} />}
          {hasRecord && similar}
          {isLeftShort && howToRead}
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <AccuracyCard accuracy={accuracy} />
          {!hasRecord && similar}
        </div>
      </div>
      {firstDay && lastDay && (
        <WhatIfCard firstDay={firstDay} lastDay={lastDay} currency={view.game.currency} discounts={view.discounts} />
      )}
      <div className={clsx("grid grid-cols-[minmax(0,1fr)] gap-6", !isLeftShort && "xl:grid-cols-2")}>
        {!isLeftShort && howToRead}
        <WhereItComesFrom forecast={forecast} />
      </div>
    </>
  );
}

function strongestDay({ days }: Forecast): Day | undefined {
  return days.reduce((best, day) => (day.units > best.units ? day : best), days[0] ?? { day: undefined, units: 0 }).day;
}

type GameForecastViewProps = {
  view: GameForecast;
  accuracy: GameAccuracy;
  area: "admin" | "publisher";
  backHref: string;
  backLabel: string;
};

/** One game's page for those who sell it. */
export function GameForecastView({ view, accuracy, area, backHref, backLabel }: GameForecastViewProps) {
  const { forecast } = view;
  return (
    <ForecastPlaceProvider place={{ area, slug: view.game.slug }}>
      <ChosenDayProvider initialDay={forecast ? strongestDay(forecast) : undefined}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <Header view={view} accuracy={accuracy} backHref={backHref} backLabel={backLabel} />
          {forecast && <SectionLinks hasKeys={forecast.stockOut !== null} />}
          <ForecastNotes view={view} />
          {accuracy.flag && <FlagAlert flag={accuracy.flag} canRetrain={area === "admin"} />}
          {(forecast || view.actual.length > 0) && <ForecastSums view={view} />}
          <ChartCard view={view} />
          {forecast && <Parts view={view} forecast={forecast} accuracy={accuracy} gamesPath={`/${area}/games`} />}
          {!forecast && (accuracy.issued || accuracy.backtest) && <AccuracyCard accuracy={accuracy} />}
        </div>
      </ChosenDayProvider>
    </ForecastPlaceProvider>
  );
}
