import { CalendarClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/app/_components/ui/card";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import { daysBetween, toDay } from "@/lib/shared/day";
import { FORECAST_DAYS, type GameSales } from "@/lib/shared/sales";

function Release({ releaseDate }: Pick<GameSales, "releaseDate">) {
  const t = useTranslations("sales");
  const { day } = useFormats();
  if (!releaseDate) return t("release.noDateYet");
  return t("release.outIn", { day: day(releaseDate), days: daysBetween(toDay(new Date()), releaseDate) });
}

function LaunchForecast({ forecast }: Pick<GameSales, "forecast">) {
  const t = useTranslations("sales");
  const { count, band } = useFormats();
  if (!forecast) return <p className="text-muted text-sm">{t("forecast.noLaunch")}</p>;
  return (
    <dl>
      <dt className="text-muted text-xs">{t("forecast.firstDays", { days: FORECAST_DAYS })}</dt>
      <dd className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-bold font-display text-2xl tabular-nums">{count(forecast.units)}</span>
        <span className="text-muted text-sm tabular-nums">
          {t("forecast.range", { range: band([forecast.lowerUnits, forecast.upperUnits]) })}
        </span>
      </dd>
    </dl>
  );
}

/** Games that are not out yet, with the forecast of their launches. */
export function ComingGames({ games, gamesPath }: { games: readonly GameSales[]; gamesPath: string }) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {games.map((game) => (
        <li key={game.slug}>
          <Card className="grid h-full content-between gap-4">
            <div className="grid gap-1">
              <h2 className="font-semibold text-lg">
                <Link href={`${gamesPath}/${game.slug}`} className="hover:text-primary">
                  {game.title}
                </Link>
              </h2>
              <p className="text-muted text-sm">{game.publisher.name}</p>
              <p className="flex items-center gap-2 text-sm">
                <CalendarClock aria-hidden className="size-4 text-muted" />
                <Release releaseDate={game.releaseDate} />
              </p>
            </div>
            <LaunchForecast forecast={game.forecast} />
          </Card>
        </li>
      ))}
    </ul>
  );
}
