import Link from "next/link";
import { formatCount } from "@/app/_components/charts/chart-format";
import { Sparkline } from "@/app/_components/charts/sparkline";
import { Card } from "@/app/_components/ui/card";
import { formatMoney } from "@/lib/shared/money";
import type { GameSales } from "@/lib/shared/sales";
import { type Flags, ForecastCell, GameMarks } from "./game-sales-parts";
import { Trend } from "./trend";

type GameSalesCardsProps = { games: readonly GameSales[]; flags: Flags; gamesPath: string };

/** The table of games for narrow screens. */
export function GameSalesCards({ games, flags, gamesPath }: GameSalesCardsProps) {
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
              <Sparkline values={game.sparkline} label="Units a day, last 28 days" />
            </div>
            <dl className="grid grid-cols-3 gap-3 text-sm">
              <div>
                <dt className="text-muted text-xs">28 days</dt>
                <dd className="flex flex-wrap items-center gap-x-2 font-semibold tabular-nums">
                  {formatCount(game.units)}
                  <Trend value={game.trend} />
                </dd>
              </div>
              <div>
                <dt className="text-muted text-xs">Revenue</dt>
                <dd className="tabular-nums">
                  {formatMoney({ amountCents: game.revenueCents, currency: game.currency })}
                </dd>
              </div>
              <div>
                <dt className="text-muted text-xs">Next 60 days</dt>
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
