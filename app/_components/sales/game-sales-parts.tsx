import { CalendarClock, TriangleAlert } from "lucide-react";
import { formatCount } from "@/app/_components/charts/chart-format";
import { Badge } from "@/app/_components/ui/badge";
import { toDay } from "@/lib/shared/day";
import type { GameSales } from "@/lib/shared/sales";

/** The next 60 days with the band, or the reason why there are none. */
export function ForecastCell({ game }: { game: GameSales }) {
  const { forecast, releaseDate } = game;
  if (forecast) {
    return (
      <span className="inline-grid">
        <span className="font-semibold tabular-nums">{formatCount(forecast.units)}</span>
        <span className="whitespace-nowrap text-muted text-xs tabular-nums">
          <span className="sr-only">80 % band </span>
          {formatCount(forecast.lowerUnits)} – {formatCount(forecast.upperUnits)}
        </span>
      </span>
    );
  }
  const isOut = releaseDate !== null && releaseDate <= toDay(new Date());
  return isOut ? (
    <Badge tone="warning">
      <TriangleAlert aria-hidden className="size-3.5" />
      No forecast
    </Badge>
  ) : (
    <Badge>
      <CalendarClock aria-hidden className="size-3.5" />
      Not out yet
    </Badge>
  );
}
