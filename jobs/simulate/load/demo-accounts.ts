import { hash } from "@node-rs/argon2";
import type { Simulation } from "@/jobs/simulate/simulation";
import { namedUuid } from "@/jobs/simulate/world/ids";
import type { DemoLogin } from "@/lib/shared/demo-logins";

/** OWASP's second choice for argon2id: 19 MiB, two passes. The numbers stand in the hash itself. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hash of a password as the sign-in checks it. */
export function hashDemoPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

/** Id of the account of a role other than the shopper, who is one of the simulated ones. */
export function demoAccountId(role: DemoLogin["role"]): string {
  return namedUuid(`account ${role}`);
}

const FEW_GAMES = 4;

/** The simulated shopper who becomes the demo's: one that owns a handful of games. */
export function chooseDemoShopper({ ledger, shoppers }: Simulation): number {
  const owned = new Uint16Array(shoppers.length);
  for (let order = 0; order < ledger.orders; order += 1) {
    const shopper = ledger.orderShopper[order] ?? 0;
    owned[shopper] = (owned[shopper] ?? 0) + (ledger.firstItem[order + 1] ?? 0) - (ledger.firstItem[order] ?? 0);
  }
  let best = 0;
  for (let index = 1; index < owned.length; index += 1) {
    if (Math.abs((owned[index] ?? 0) - FEW_GAMES) < Math.abs((owned[best] ?? 0) - FEW_GAMES)) best = index;
  }
  return best;
}

/** The publisher that the demo account belongs to: of those with several games, the one that sold most. */
export function chooseDemoPublisher({ world, sales }: Simulation): number {
  const units = new Array<number>(world.publishers.length).fill(0);
  const games = new Array<number>(world.publishers.length).fill(0);
  for (const game of world.games) {
    if (game.kind === "base" && game.releaseDate <= world.day)
      games[game.publisherIndex] = (games[game.publisherIndex] ?? 0) + 1;
  }
  for (let index = 0; index < sales.count; index += 1) {
    const publisher = world.games[sales.game[index] ?? 0]?.publisherIndex ?? 0;
    units[publisher] = (units[publisher] ?? 0) + 1;
  }
  const ranked = units.map((sold, index) => ({ index, sold: (games[index] ?? 0) >= 4 ? sold : 0 }));
  return ranked.sort((left, right) => right.sold - left.sold)[0]?.index ?? 0;
}
