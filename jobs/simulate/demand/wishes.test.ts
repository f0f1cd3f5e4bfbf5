import { describe, expect, it } from "vitest";
import { simulate } from "@/jobs/simulate/simulation";
import { addDays, toDate } from "@/lib/shared/day";

const day = "2026-11-22";
const { world, wishes, shoppers, ledger } = simulate({ day, scale: 0.2 });
const pairOf = (shopper: number, game: number) => shopper * world.games.length + game;

/** Moments of the purchases that went into a library. */
function listPurchases(): Map<number, number> {
  const bought = new Map<number, number>();
  for (let order = 0; order < ledger.orders; order += 1) {
    for (let item = ledger.firstItem[order] ?? 0; item < (ledger.firstItem[order + 1] ?? 0); item += 1) {
      const pair = pairOf(ledger.orderShopper[order] ?? 0, ledger.itemGame[item] ?? 0);
      if (ledger.itemIsGift[item] === 0) bought.set(pair, ledger.orderPlacedMs[order] ?? 0);
    }
  }
  return bought;
}

describe("simulateWishes", () => {
  it("lets a shopper wish for a game once, after joining, in time", () => {
    expect(new Set(wishes.map(({ shopper, game }) => pairOf(shopper, game))).size).toBe(wishes.length);
    expect(wishes).toEqual(wishes.toSorted((left, right) => left.addedMs - right.addedMs));
    expect(wishes.at(-1)?.addedMs).toBeLessThan(toDate(addDays(day, 1)).getTime());
    const early = wishes.filter(
      ({ shopper, addedMs }) => addedMs < toDate(shoppers[shopper]?.joinedDay ?? day).getTime(),
    );
    expect(early).toEqual([]);
  });

  it("takes a wish off the list when the game is bought, never before it was made", () => {
    const bought = listPurchases();
    const ends = wishes.map((wish) => ({ ...wish, boughtMs: bought.get(pairOf(wish.shopper, wish.game)) }));
    const fulfilled = ends.filter(({ boughtMs }) => boughtMs !== undefined);
    expect(fulfilled.length).toBeGreaterThan(wishes.length / 4);
    expect(fulfilled.filter(({ addedMs, boughtMs = 0 }) => addedMs >= boughtMs)).toEqual([]);
    expect(fulfilled.filter(({ removedMs, boughtMs = 0 }) => (removedMs ?? 0) <= boughtMs)).toEqual([]);
    expect(wishes.filter(({ addedMs, removedMs }) => removedMs !== null && removedMs < addedMs)).toEqual([]);
  });

  it("lets interest grow towards a release, also towards one to come", () => {
    const countBefore = (from: number, to: number) =>
      wishes.filter(({ game, addedMs }) => {
        const daysBefore = (toDate(world.games[game]?.releaseDate ?? day).getTime() - addedMs) / 86_400_000;
        return daysBefore <= from && daysBefore > to;
      }).length;
    expect(countBefore(28, 0)).toBeGreaterThan(2 * countBefore(56, 28));
    const coming = world.games.filter(({ releaseDate }) => releaseDate > day && releaseDate < addDays(day, 60));
    expect(coming.length).toBeGreaterThan(1);
    for (const { index } of coming) expect(wishes.some(({ game }) => game === index)).toBe(true);
  });

  it("lets owners of its base wish for a DLC", () => {
    const bought = listPurchases();
    const ofDlcs = wishes.filter(({ game }) => world.games[game]?.kind === "dlc");
    expect(ofDlcs.length).toBeGreaterThan(20);
    for (const { shopper, game, addedMs } of ofDlcs) {
      const base = world.games[game]?.baseIndex ?? -1;
      expect(bought.get(pairOf(shopper, base))).toBeLessThanOrEqual(addedMs);
    }
  });
});
