import { CalendarClock, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { FlagBadge } from "@/app/_components/forecast/flag-badge";
import { Badge } from "@/app/_components/ui/badge";
import { useFormats } from "@/app/_i18n/use-formats";
import { toDay } from "@/lib/shared/day";
import type { FlaggedGame } from "@/lib/shared/ledger";
import type { GameSales } from "@/lib/shared/sales";

/** The flagged games by their slugs. */
export type Flags = ReadonlyMap<string, FlaggedGame>;

function isOut({ releaseDate }: GameSales): boolean {
  return releaseDate !== null && releaseDate <= toDay(new Date());
}

/** What sets a game apart from the others: that it is not out yet, or that its forecasts were bad. */
export function GameMarks({ game, flags }: { game: GameSales; flags: Flags }) {
  const t = useTranslations("sales");
  const { day } = useFormats();
  const flag = flags.get(game.slug);
  const isComing = !isOut(game) && game.units === 0;
  if (!flag && !isComing) return null;
  return (
    <span className="mt-1.5 flex flex-wrap gap-1.5">
      {flag && <FlagBadge isRetrained={flag.isRetrained} />}
      {isComing && (
        <Badge>
          <CalendarClock aria-hidden className="size-3.5" />
          {game.releaseDate ? t("release.out", { day: day(game.releaseDate) }) : t("release.noDate")}
        </Badge>
      )}
    </span>
  );
}

/** The next 60 days with the band, or the reason why there are none. */
export function ForecastCell({ game }: { game: GameSales }) {
  const t = useTranslations("sales");
  const { count, band } = useFormats();
  const { forecast } = game;
  if (forecast) {
    return (
      <span className="inline-grid">
        <span className="font-semibold tabular-nums">{count(forecast.units)}</span>
        <span className="whitespace-nowrap text-muted text-xs tabular-nums">
          <span className="sr-only">{t("forecast.rangeLabel")} </span>
          {band([forecast.lowerUnits, forecast.upperUnits])}
        </span>
        {!isOut(game) && <span className="text-muted text-xs">{t("forecast.fromRelease")}</span>}
      </span>
    );
  }
  if (!isOut(game)) return <span className="text-muted text-xs">{t("forecast.notYet")}</span>;
  return (
    <Badge tone="warning">
      <TriangleAlert aria-hidden className="size-3.5" />
      {t("forecast.none")}
    </Badge>
  );
}
