import type { WishlistCurve } from "./curves";

/** Days before a start whose adds are compared between games. */
export const PRE_RELEASE_DAYS = 28;

/** Curves of other games that a growth is learned from, at least. */
const FEWEST_CURVES = 3;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Adds of the 28 days that end `daysBefore` days before the curve does. */
const sumWindow = (adds: readonly number[], daysBefore: number) =>
  sum(adds.slice(adds.length - daysBefore - PRE_RELEASE_DAYS, adds.length - daysBefore));

/** Adds in the 28 days before the start; null where they were not all seen. */
export function computePreReleaseWishlists({ adds, daysToStart }: WishlistCurve): number | null {
  return daysToStart === 0 && adds.length >= PRE_RELEASE_DAYS ? sumWindow(adds, 0) : null;
}

/**
 * Adds to expect in the 28 days before a start that is still ahead: those of the last 28 days, times what whole curves
 * of other games grew by from that distance to their own start. Null where too little was seen of this game or of
 * others.
 */
export function computeExpectedWishlists(curve: WishlistCurve, others: readonly WishlistCurve[]): number | null {
  if (curve.daysToStart === 0) return computePreReleaseWishlists(curve);
  if (curve.adds.length < PRE_RELEASE_DAYS) return null;
  const seen = others.filter(
    ({ adds, daysToStart }) => daysToStart === 0 && adds.length >= PRE_RELEASE_DAYS + curve.daysToStart,
  );
  const then = sum(seen.map(({ adds }) => sumWindow(adds, curve.daysToStart)));
  if (seen.length < FEWEST_CURVES || then === 0) return null;
  return (sumWindow(curve.adds, 0) * sum(seen.map(({ adds }) => sumWindow(adds, 0)))) / then;
}
