import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { Sparkline } from "@/app/_components/charts/sparkline";
import { toHref } from "@/app/_components/page-address";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/app/_components/ui/table";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import { FORECAST_DAYS, type GameSales, type GameSalesQuery, WINDOW_DAYS } from "@/lib/shared/sales";
import { type Flags, ForecastCell, GameMarks } from "./game-sales-parts";
import { Trend } from "./trend";

type SortHeaderProps = {
  sort: GameSalesQuery["sort"];
  label: string;
  query: GameSalesQuery;
  path: string;
  isNumeric?: boolean;
};

function SortHeader({ sort, label, query, path, isNumeric = false }: SortHeaderProps) {
  const natural = sort === "title" ? "asc" : "desc";
  const current = query.sort === sort ? (query.order ?? natural) : null;
  const next = current === natural ? (natural === "asc" ? "desc" : "asc") : natural;
  const Icon = current === "asc" ? ArrowUp : ArrowDown;
  return (
    <TableHeader
      isNumeric={isNumeric}
      aria-sort={current ? (current === "asc" ? "ascending" : "descending") : undefined}
    >
      <Link
        href={toHref(path, { q: query.q, state: query.state, sort, order: next === natural ? undefined : next })}
        className="inline-flex items-center gap-1 hover:text-foreground"
      >
        {label}
        {current && <Icon aria-hidden className="size-3.5" />}
      </Link>
    </TableHeader>
  );
}

type GameSalesTableProps = {
  games: readonly GameSales[];
  flags: Flags;
  query: GameSalesQuery;
  /** Address of the list. */
  path: string;
  /** Address above the games' pages. */
  gamesPath: string;
};

export function GameSalesTable({ games, flags, query, path, gamesPath }: GameSalesTableProps) {
  const t = useTranslations("sales");
  const { count, money } = useFormats();
  const header = (sort: GameSalesQuery["sort"], label: string, isNumeric?: boolean) => (
    <SortHeader sort={sort} label={label} query={query} path={path} isNumeric={isNumeric} />
  );
  return (
    <div className="hidden md:block">
      <Table label={t("list.table")}>
        <TableHead>
          <TableRow>
            {header("title", t("columns.game"))}
            {header("units", t("columns.days", { days: WINDOW_DAYS }), true)}
            <TableHeader>{t("columns.eachDay")}</TableHeader>
            {header("trend", t("columns.trend"), true)}
            {header("revenue", t("columns.revenue"), true)}
            {header("forecast", t("columns.next", { days: FORECAST_DAYS }), true)}
          </TableRow>
        </TableHead>
        <TableBody>
          {games.map((game) => (
            <TableRow key={game.slug}>
              <th scope="row" className="max-w-72 px-4 py-3 text-left font-normal">
                <Link href={`${gamesPath}/${game.slug}`} className="font-semibold hover:text-primary">
                  {game.title}
                </Link>
                <span className="block truncate text-muted text-xs">{game.publisher.name}</span>
                <GameMarks game={game} flags={flags} />
              </th>
              <TableCell isNumeric>{count(game.units)}</TableCell>
              <TableCell>
                <Sparkline values={game.sparkline} />
              </TableCell>
              <TableCell isNumeric>
                <Trend value={game.trend} />
              </TableCell>
              <TableCell isNumeric className="whitespace-nowrap">
                {money({ amountCents: game.revenueCents, currency: game.currency })}
              </TableCell>
              <TableCell isNumeric>
                <ForecastCell game={game} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
