import { clsx } from "clsx";
import { ChartLine, ChevronLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/app/_components/ui/card";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
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

function Release({ releaseDate }: { releaseDate: Day | null }) {
  const t = useTranslations("forecast");
  const { day } = useFormats();
  if (!releaseDate) return t("page.noRelease");
  return t(releaseDate > toDay(new Date()) ? "page.comesOut" : "page.released", { day: day(releaseDate) });
}

const backs = {
  admin: { href: "/admin/games", text: "page.back.all" },
  publisher: { href: "/publisher", text: "page.back.own" },
} as const;

function Header({ view: { game, dataThrough }, accuracy, area }: GameForecastViewProps) {
  const t = useTranslations("forecast");
  const { day } = useFormats();
  const back = backs[area];
  return (
    <header className="grid gap-2">
      <Link href={back.href} className="inline-flex w-fit items-center gap-1 text-muted text-sm hover:text-foreground">
        <ChevronLeft aria-hidden className="size-4" />
        {t(back.text)}
      </Link>
      <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-bold text-3xl">
        {game.title}
        {accuracy.flag && <FlagBadge isRetrained={accuracy.flag.isRetrained} />}
      </h1>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-sm">
        <span>{game.publisher.name}</span>
        <span>
          <Release releaseDate={game.releaseDate} />
        </span>
        {dataThrough && <span>{t("page.salesUpTo", { day: day(dataThrough) })}</span>}
        <Link href={`/games/${game.slug}`} className="underline underline-offset-4 hover:text-foreground">
          {t("page.openInShop")}
        </Link>
      </p>
    </header>
  );
}

function ChartCard({ view }: { view: GameForecast }) {
  const t = useTranslations("forecast");
  if (view.actual.length === 0 && !view.forecast) {
    return <EmptyState icon={<ChartLine />} title={t("page.nothingSold")} text={t("page.nothingSoldText")} />;
  }
  const { forecast } = view;
  return (
    <Card id="forecast" className="grid grid-cols-[minmax(0,1fr)] gap-4 p-4 sm:p-5">
      <h2 className="font-semibold text-lg">
        {t(view.actual.length > 0 ? "page.soldAndForecast" : "page.launchForecast")}
      </h2>
      <ForecastChart view={view} />
      {forecast && (
        <p className="text-muted text-sm">
          {t.rich("page.forecastBy", {
            method: t(`sources.${forecast.source}`),
            version: forecast.model.version,
            strong: (text) => <span className="text-foreground">{text}</span>,
            small: (text) => <span className="text-xs">{text}</span>,
          })}
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
};

/** One game's page for those who sell it. */
export function GameForecastView(props: GameForecastViewProps) {
  const { view, accuracy, area } = props;
  const { forecast } = view;
  return (
    <ClientMessages namespaces={["charts", "forecast"]}>
      <ForecastPlaceProvider place={{ area, slug: view.game.slug }}>
        <ChosenDayProvider initialDay={forecast ? strongestDay(forecast) : undefined}>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
            <Header {...props} />
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
    </ClientMessages>
  );
}
