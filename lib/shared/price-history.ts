import { type Day, toDate } from "./day";
import { discountedCents } from "./money";

/** A list price and the UTC day from which it holds. */
export type ListStep = { validFrom: Day; priceCents: number };

/** A promotion's offer for one game; at `endsAt` it no longer holds. */
export type PromotionSpan = { startsAt: Date; endsAt: Date; discountPercent: number };

/** What a game cost from a moment on, until the next step's. */
export type PriceStep = {
  /** Milliseconds since 1970. */
  fromMs: number;
  amountCents: number;
  listCents: number;
  discountPercent: number;
};

/** Days that the reference price of a reduction looks back, by Directive 98/6/EC, article 6a. */
export const REFERENCE_DAYS = 30;

const REFERENCE_MS = REFERENCE_DAYS * 86_400_000;

function priceAt(lists: readonly ListStep[], spans: readonly PromotionSpan[], atMs: number): PriceStep | null {
  const list = lists.findLast((step) => toDate(step.validFrom).getTime() <= atMs);
  if (!list) return null;
  const held = spans.filter(({ startsAt, endsAt }) => startsAt.getTime() <= atMs && atMs < endsAt.getTime());
  const deepest = Math.max(0, ...held.map((span) => span.discountPercent));
  const discountPercent = list.priceCents > 0 ? deepest : 0;
  return {
    fromMs: atMs,
    listCents: list.priceCents,
    discountPercent,
    amountCents: discountedCents(list.priceCents, discountPercent),
  };
}

function isSame(left: PriceStep, right: PriceStep): boolean {
  return left.listCents === right.listCents && left.discountPercent === right.discountPercent;
}

/** Every price that a game had up to a moment, oldest first; neighbours differ in list price or discount. */
export function toPriceSteps(
  listSteps: readonly ListStep[],
  spans: readonly PromotionSpan[],
  untilMs: number,
): PriceStep[] {
  const lists = listSteps.toSorted((left, right) => (left.validFrom < right.validFrom ? -1 : 1));
  const changes = [
    ...lists.map((step) => toDate(step.validFrom)),
    ...spans.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]),
  ];
  const moments = [...new Set(changes.map((moment) => moment.getTime()))].sort((left, right) => left - right);
  const steps: PriceStep[] = [];
  for (const atMs of moments) {
    const step = atMs <= untilMs ? priceAt(lists, spans, atMs) : null;
    const last = steps.at(-1);
    if (step && !(last && isSame(last, step))) steps.push(step);
  }
  return steps;
}

/** The part of the steps between two moments; its first step begins at `fromMs` where the price is older. */
export function cutPriceSteps(steps: readonly PriceStep[], fromMs: number, untilMs: number): PriceStep[] {
  const held = steps.findLast((step) => step.fromMs <= fromMs);
  const later = steps.filter((step) => step.fromMs > fromMs && step.fromMs < untilMs);
  return held ? [{ ...held, fromMs }, ...later] : later;
}

/** The lowest price of 30 days: those before the present reduction, or up to now where there is none. */
export type LowestPrice = { amountCents: number; isBeforeReduction: boolean };

/** Since when the price is as much reduced as at that step: a list price that changes meanwhile starts no reduction. */
function findReductionStart(steps: readonly PriceStep[], present: PriceStep): number {
  const until = steps.slice(0, steps.indexOf(present) + 1);
  const before = until.findLastIndex((step) => step.discountPercent !== present.discountPercent);
  return (until[before + 1] ?? present).fromMs;
}

/**
 * The price that a reduction must be compared with: the lowest of the 30 days before it began. Without a reduction,
 * the lowest of the last 30 days. Null where the game had no price then, such as one that came out reduced.
 */
export function findLowestPrice(steps: readonly PriceStep[], nowMs: number): LowestPrice | null {
  const present = steps.findLast((step) => step.fromMs <= nowMs);
  if (!present) return null;
  const isBeforeReduction = present.discountPercent > 0;
  const untilMs = isBeforeReduction ? findReductionStart(steps, present) : nowMs + 1;
  const amounts = cutPriceSteps(steps, untilMs - REFERENCE_MS, untilMs).map((step) => step.amountCents);
  return amounts.length > 0 ? { amountCents: Math.min(...amounts), isBeforeReduction } : null;
}

/** Days that the price chart may show; null is all of them. */
export const PRICE_SPANS = { quarter: 91, year: 365, all: null } as const;

export type PriceSpan = keyof typeof PRICE_SPANS;
