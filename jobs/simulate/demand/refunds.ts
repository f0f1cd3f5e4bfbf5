import { Random } from "@/jobs/simulate/random";
import type { World } from "@/jobs/simulate/world/game";
import type { Ledger } from "./ledger";
import { toEndMs } from "./moments";

/** Money given back: for one item, or for a whole order of one item. */
export interface SimulatedRefund {
  order: number;
  item: number;
  /** True where nothing of the order is left. */
  isWhole: boolean;
  amountCents: number;
  reason: string;
  createdMs: number;
}

const REFUND_CHANCE = 0.015;
const LONGEST_DAYS = 13;
const REASONS = [
  "Does not run well on my machine",
  "Not what I expected",
  "Bought by mistake",
  "Too difficult for me",
  "I already own it elsewhere",
  "Controls do not work for me",
  "Went on sale right after I bought it",
  "My child bought it without asking",
  "Crashes on start",
  "Not enough players online",
];

/** Refunds of about 1.5 % of the paid orders, each within two weeks of its order and before the end of the data. */
export function simulateRefunds(world: World, ledger: Ledger): SimulatedRefund[] {
  const random = new Random(world.seed, "refunds");
  const endMs = toEndMs(world);
  const refunds: SimulatedRefund[] = [];
  for (let order = 0; order < ledger.orders; order += 1) {
    if (!random.chance(REFUND_CHANCE)) continue;
    const first = ledger.firstItem[order] ?? 0;
    const count = (ledger.firstItem[order + 1] ?? 0) - first;
    const item = first + random.int(0, count - 1);
    const amountCents = ledger.itemUnitCents[item] ?? 0;
    const createdMs = (ledger.orderPlacedMs[order] ?? 0) + random.between(0.05, LONGEST_DAYS) * 86_400_000;
    if (amountCents === 0 || ledger.itemIsGift[item] === 1 || createdMs > endMs) continue;
    refunds.push({
      order,
      item,
      isWhole: count === 1,
      amountCents,
      reason: random.pick(REASONS),
      createdMs: Math.round(createdMs),
    });
  }
  return refunds;
}
