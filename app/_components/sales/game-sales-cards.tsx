import { useTranslations } from "next-intl";
import { Sparkline } from "@/app/_components/charts/sparkline";
import { Card } from "@/app/_components/ui/card";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import { FORECAST_DAYS, type GameSales, WINDOW_DAYS } from "@/lib/shared/sales";
import { type Flags, ForecastCell, GameMarks } from "./game-sales-parts";
import { Trend } from "./trend";

type GameSalesCardsProps = { games: readonly GameSales[]; flags: Flags; gamesPath: string };

/** The table of games for narrow screens. */
export function GameSalesCards({ games, flags, gamesPath }: GameSalesCardsProps) {
  const t = useTranslations("sales");
  const { count, money } = useFormats();
  return (
    <ul className="grid gap-3 md:hidden">
      {games.map((game) => (
        <li key={game.slug}>
          <Card className="grid gap-3 p-4">
            <div className="flex items-start justify-between gap-3">
              <div className="min-w-0">
                <h2 className="font-semibold">
                  <Link href={`${gamesPath}/${game.slug}`} className="hover:text-primary">
                    {game.title}
                  </Link>
                </h2>
                <p className="truncate text-muted text-xs">{game.publisher.name}</p>
                <GameMarks game={game} flags={flags} />
              </div>
              <Sparkline values={game.sparkline} />
            </div>
            <dl className="grid grid-cols-3 gap-3 text-sm">
              <div>
                <dt className="text-muted text-xs">{t("columns.days", { days: WINDOW_DAYS })}</dt>
                <dd className="flex flex-wrap items-center gap-x-2 font-semibold tabular-nums">
                  {count(game.units)}
                  <Trend value={game.trend} />
                </dd>
              </div>
              <div>
                <dt className="text-muted text-xs">{t("columns.revenue")}</dt>
                <dd className="tabular-nums">{money({ amountCents: game.revenueCents, currency: game.currency })}</dd>
              </div>
              <div>
                <dt className="text-muted text-xs">{t("columns.nextShort", { days: FORECAST_DAYS })}</dt>
                <dd>
                  <ForecastCell game={game} />
                </dd>
              </div>
            </dl>
          </Card>
        </li>
      ))}
    </ul>
  );
}
