import { useTranslations } from "next-intl";
import { Card } from "@/app/_components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/app/_components/ui/table";
import { Link } from "@/app/_i18n/navigation";
import type { PipelineGame } from "@/lib/shared/pipelines";
import { CountsList } from "./counts";
import { GAME_LOOKS, StateBadge } from "./run-state";
import { useRunFacts } from "./use-run-facts";

function GameLink({ game }: Pick<PipelineGame, "game">) {
  return (
    <Link href={`/admin/games/${game.slug}`} className="font-semibold hover:text-primary">
      {game.title}
    </Link>
  );
}

function GameError({ error }: Pick<PipelineGame, "error">) {
  if (!error) return null;
  return (
    <p lang="en" className="mt-1 max-w-xl whitespace-pre-wrap break-words text-danger text-xs">
      {error}
    </p>
  );
}

/** What came of each game. */
export function GamesTable({ games }: { games: readonly PipelineGame[] }) {
  const t = useTranslations("pipelines");
  const { tookOf } = useRunFacts();
  const whereOf = ({ task, shard }: PipelineGame) => t("games.where", { task, shard: shard + 1 });
  return (
    <>
      <div className="hidden md:block">
        <Table label={t("games.table")}>
          <TableHead>
            <TableRow>
              <TableHeader>{t("games.game")}</TableHeader>
              <TableHeader>{t("run.state")}</TableHeader>
              <TableHeader>{t("tasks.task")}</TableHeader>
              <TableHeader isNumeric>{t("games.attempt")}</TableHeader>
              <TableHeader isNumeric>{t("run.took")}</TableHeader>
              <TableHeader>{t("tasks.counts")}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {games.map((row) => (
              <TableRow key={`${row.task} ${row.game.slug}`}>
                <th scope="row" className="px-4 py-3 text-left font-normal">
                  <GameLink game={row.game} />
                  <GameError error={row.error} />
                </th>
                <TableCell>
                  <StateBadge look={GAME_LOOKS[row.state]} />
                </TableCell>
                <TableCell className="whitespace-nowrap">{whereOf(row)}</TableCell>
                <TableCell isNumeric>{row.attempt}</TableCell>
                <TableCell isNumeric className="whitespace-nowrap">
                  {tookOf(row)}
                </TableCell>
                <TableCell>
                  <CountsList counts={row.counts} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      <ul className="grid gap-3 md:hidden">
        {games.map((row) => (
          <li key={`${row.task} ${row.game.slug}`}>
            <Card className="grid gap-2 p-4 text-sm">
              <p className="flex items-center justify-between gap-3">
                <GameLink game={row.game} />
                <StateBadge look={GAME_LOOKS[row.state]} />
              </p>
              <GameError error={row.error} />
              <CountsList counts={row.counts} />
              <p className="text-muted text-xs">
                {t("games.facts", { where: whereOf(row), attempt: row.attempt, took: tookOf(row) })}
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
