import { makeDemoBuild } from "@/jobs/simulate/builds/demo-build";
import type { Simulation } from "@/jobs/simulate/simulation";
import type { WorldGame } from "@/jobs/simulate/world/game";
import { namedUuid } from "@/jobs/simulate/world/ids";
import { daysBetween, toDate } from "@/lib/shared/day";
import type { Cell } from "./copy";
import { chooseDemoShopper } from "./demo-accounts";
import { idOf } from "./terms";

/** Bytes of a download for each megabyte on the disk. */
const PACKED_BYTES_PER_MB = 943_718;

/** Games whose files can really be downloaded: what the demo's shopper owns, and what anybody gets for free. */
function listDownloadable(simulation: Simulation): Set<number> {
  const { ledger, world } = simulation;
  const shopper = chooseDemoShopper(simulation);
  const games = new Set(world.games.filter(({ isFree }) => isFree).map(({ index }) => index));
  for (let order = 0; order < ledger.orders; order += 1) {
    if (ledger.orderShopper[order] !== shopper) continue;
    for (let item = ledger.firstItem[order] ?? 0; item < (ledger.firstItem[order + 1] ?? 0); item += 1) {
      games.add(ledger.itemGame[item] ?? 0);
    }
  }
  return games;
}

/** Size, hash and key of a build's file; one that is not in the bucket has a size only. */
function toFileCells(
  game: WorldGame,
  platform: string,
  isDownloadable: boolean,
): [number, string | null, string | null] {
  if (!isDownloadable) return [(game.requirements[0]?.storageMb ?? 1024) * PACKED_BYTES_PER_MB, null, null];
  const { body, sha256, key } = makeDemoBuild({ ...game, platform });
  return [body.length, sha256, key];
}

/** One build a game and platform. */
export function* buildRows(simulation: Simulation, platforms: ReadonlyMap<string, number>): Generator<Cell[]> {
  const { world } = simulation;
  const downloadable = listDownloadable(simulation);
  for (const game of world.games) {
    if (daysBetween(game.releaseDate, world.day) < 0) continue;
    for (const platform of game.platforms) {
      if (platform === "steam-deck") continue;
      const id = namedUuid(`build ${game.slug} ${platform}`);
      const file = toFileCells(game, platform, downloadable.has(game.index));
      yield [id, game.id, idOf(platforms, platform), game.version, ...file, "ready", toDate(game.releaseDate)];
    }
  }
}
