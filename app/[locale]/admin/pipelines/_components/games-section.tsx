import { Gamepad2 } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { orFirstPage, toHref } from "@/app/_components/page-address";
import { Pagination } from "@/app/_components/pagination";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { requireStaff } from "@/app/[locale]/admin/_components/require-staff";
import { listStaffRunGames } from "@/lib/server/pipelines/staff-queries";
import type { RunDetail } from "@/lib/shared/pipeline-views";
import type { GameWorkState } from "@/lib/shared/pipelines";
import { GamesFilter } from "./games-filter";
import { GamesTable } from "./games-table";

const PAGE_SIZE = 50;

type GamesSectionProps = {
  run: RunDetail;
  path: string;
  filter: { state: GameWorkState | undefined; q: string; cursor: string | undefined };
};

/** The games of a run's mapped tasks by title, page by page. */
export async function GamesSection({ run, path, filter }: GamesSectionProps) {
  const t = await getTranslations("pipelines");
  const { state, q, cursor } = filter;
  const query = { state, q: q || undefined, cursor, limit: PAGE_SIZE };
  const list = async () => listStaffRunGames(await requireStaff(), run.id, query);
  const page = await orFirstPage(list(), toHref(path, { view: "games" }));
  const hrefOf = (at?: string) => toHref(path, { view: "games", state, q, cursor: at });
  return (
    <>
      <GamesFilter runId={run.id} path={path} games={run.games} state={state} q={q} />
      {page.items.length === 0 ? (
        <EmptyState
          icon={<Gamepad2 />}
          title={t("games.none")}
          text={t(state || q ? "games.noneFit" : "games.noneYet")}
        />
      ) : (
        <GamesTable games={page.items} />
      )}
      <Pagination
        label={t("games.pages")}
        {...(cursor ? { firstHref: hrefOf() } : {})}
        {...(page.nextCursor ? { nextHref: hrefOf(page.nextCursor) } : {})}
      />
    </>
  );
}
