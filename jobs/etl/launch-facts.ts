import type { Db } from "@/lib/server/db";
import { computeExpectedWishlists } from "@/lib/server/wishlists/curve-rules";
import { listWishlistCurves } from "@/lib/server/wishlists/curves";
import type { Day } from "@/lib/shared/day";
import { computePublisherRecords, listLaunches } from "./launches";

/** What is known of a game's start before it has sales of its own; null where it is not known. */
export type LaunchFacts = { preReleaseWishlists: number | null; publisherRecord: number | null };

/**
 * Launch facts of games without a sales file, as known at the end of `day`. Where the start is still ahead, the adds of
 * its last 28 days are those to expect, by the curves of the shop's launches.
 */
export async function listLaunchFacts(
  db: Db,
  day: Day,
  games: readonly { gameId: string; publisherId: string; startDay: Day }[],
): Promise<Map<string, LaunchFacts>> {
  if (games.length === 0) return new Map();
  const launches = await listLaunches(db, day);
  const starts = launches.map(({ gameId, releaseDay }) => ({ gameId, startDay: releaseDay }));
  const others = [...(await listWishlistCurves(db, day, starts)).values()];
  const curves = await listWishlistCurves(db, day, games);
  return new Map(
    games.map((game) => {
      const curve = curves.get(game.gameId);
      const [record = null] = computePublisherRecords(game, launches, { firstDay: day, count: 1 });
      const preReleaseWishlists = curve ? computeExpectedWishlists(curve, others) : null;
      return [game.gameId, { preReleaseWishlists, publisherRecord: record }];
    }),
  );
}
