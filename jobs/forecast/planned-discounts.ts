/** A promotion's discount on one game; it holds from `startsAt` until just before `endsAt`. */
export type PlannedPromotion = { startsAt: Date; endsAt: Date; discountPercent: number };

const MS_PER_DAY = 86_400_000;

/**
 * Discount rate 0..1 of each of `days` UTC days from day number `firstDay` on: the deepest promotion that holds at
 * noon, so that a sale counts on the days on which it holds for most of the shop's hours.
 */
export function toPlannedDiscounts(promotions: readonly PlannedPromotion[], firstDay: number, days: number): number[] {
  return Array.from({ length: days }, (_, h) => {
    const noon = (firstDay + h + 0.5) * MS_PER_DAY;
    const percents = promotions
      .filter(({ startsAt, endsAt }) => startsAt.getTime() <= noon && noon < endsAt.getTime())
      .map(({ discountPercent }) => discountPercent);
    return Math.max(0, ...percents) / 100;
  });
}
