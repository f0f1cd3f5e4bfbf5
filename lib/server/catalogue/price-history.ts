import { toDay } from "@/lib/shared/day";
import { findLowestPrice, type LowestPrice, type PriceStep, toPriceSteps } from "@/lib/shared/price-history";
import type { Db } from "../db";

/** What a game cost in a currency, oldest first, and what its price now must be compared with. */
export type PriceHistory = { currency: string; steps: PriceStep[]; lowest: LowestPrice | null };

/** The prices that a game had in a currency up to a moment; null where none was kept. */
export async function loadPriceHistory(
  db: Db,
  gameId: string,
  { now, currency }: { now: Date; currency: string },
): Promise<PriceHistory | null> {
  const lists = await db.priceHistory.findMany({
    where: { gameId, currency, validFrom: { lte: now } },
    select: { validFrom: true, priceCents: true },
  });
  const promotions = await db.promotionGame.findMany({
    where: { gameId, promotion: { status: "published", startsAt: { lte: now } } },
    select: { discountPercent: true, promotion: { select: { startsAt: true, endsAt: true } } },
  });
  const listSteps = lists.map(({ validFrom, priceCents }) => ({ validFrom: toDay(validFrom), priceCents }));
  const spans = promotions.map(({ discountPercent, promotion }) => ({ discountPercent, ...promotion }));
  const steps = toPriceSteps(listSteps, spans, now.getTime());
  return steps.length > 0 ? { currency, steps, lowest: findLowestPrice(steps, now.getTime()) } : null;
}
