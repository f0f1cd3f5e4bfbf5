import { Gamepad2 } from "lucide-react";
import { orFirstPage, toHref } from "@/app/_components/page-address";
import { Pagination } from "@/app/_components/pagination";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { requireStaff } from "@/app/admin/_components/require-staff";
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
          title="No such game"
          text={state || q ? "No game of this run fits the filter." : "No task of this run has gone through games yet."}
        />
      ) : (
        <GamesTable games={page.items} />
      )}
      <Pagination
        label="games"
        {...(cursor ? { firstHref: hrefOf() } : {})}
        {...(page.nextCursor ? { nextHref: hrefOf(page.nextCursor) } : {})}
      />
    </>
  );
}
