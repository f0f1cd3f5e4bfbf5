import { CalendarClock } from "lucide-react";
import Link from "next/link";
import { formatCount, formatDay } from "@/app/_components/charts/chart-format";
import { Card } from "@/app/_components/ui/card";
import { daysBetween, toDay } from "@/lib/shared/day";
import { FORECAST_DAYS, type GameSales } from "@/lib/shared/sales";

function toRelease({ releaseDate }: GameSales): string {
  if (!releaseDate) return "No release date yet";
  const days = daysBetween(toDay(new Date()), releaseDate);
  return `Out ${formatDay(releaseDate)}, in ${formatCount(days)} ${days === 1 ? "day" : "days"}`;
}

function LaunchForecast({ forecast }: Pick<GameSales, "forecast">) {
  if (!forecast) return <p className="text-muted text-sm">No launch forecast yet</p>;
  return (
    <dl>
      <dt className="text-muted text-xs">Expected in its first {FORECAST_DAYS} days</dt>
      <dd className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-bold font-display text-2xl tabular-nums">{formatCount(forecast.units)}</span>
        <span className="text-muted text-sm tabular-nums">
          80 % range {formatCount(forecast.lowerUnits)} – {formatCount(forecast.upperUnits)}
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
                {toRelease(game)}
              </p>
            </div>
            <LaunchForecast forecast={game.forecast} />
          </Card>
        </li>
      ))}
    </ul>
  );
}
