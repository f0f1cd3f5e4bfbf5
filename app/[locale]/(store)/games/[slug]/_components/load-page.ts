import { findActor } from "@/lib/server/auth/queries";
import { listBundlesOfGame } from "@/lib/server/bundles/queries";
import { findPriceHistory, listSimilarGames } from "@/lib/server/catalogue/queries";
import { findPageCurrency } from "@/lib/server/currency/queries";
import { listOwnedAmong } from "@/lib/server/library/queries";
import type { GameDetail } from "@/lib/shared/game-detail";
import { toFamily } from "./family/family";

const SIMILAR_GAMES = 6;

/** What a game's page shows beside the game itself, for who looks at it, at the moment that it is rendered. */
export async function loadPage(game: GameDetail, nowMs: number) {
  const [actor, currency] = [await findActor(), await findPageCurrency()];
  const now = new Date(nowMs);
  const relatives = [...(game.baseGame ? [game.baseGame] : []), ...game.extras];
  const [owned, bundles, history, similar] = await Promise.all([
    listOwnedAmong(actor, [game.id, ...relatives.map(({ id }) => id)]),
    listBundlesOfGame(game.id, { userId: actor?.userId ?? null, now, currency }),
    game.price && findPriceHistory(game.id, { now, currency: game.price.currency }),
    listSimilarGames(game.id, SIMILAR_GAMES, { now, currency }),
  ]);
  return { owned, bundles, history, similar, family: toFamily(game, owned) };
}
