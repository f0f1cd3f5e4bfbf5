import { Random } from "@/jobs/simulate/random";
import type { Simulation } from "@/jobs/simulate/simulation";
import { namedUuid } from "@/jobs/simulate/world/ids";
import { isSoldByKey } from "@/jobs/simulate/world/sold-by-key";
import type { Cell } from "./copy";
import { PaidPrices } from "./paid-prices";
import { drawKeyCode, timeUuid } from "./sales-ids";

/** How long a payment takes to come through. */
const PAYMENT_MS = 2_400;

/** Free keys in the pool of a game that is sold by key. */
const STOCK_KEYS = 500;

/** Rows of the store's sales; each method is one pass over the same ledger. */
export class SalesRows {
  readonly #orderIds: string[];
  readonly #paid: PaidPrices;
  readonly #refundOfOrder: ReadonlyMap<number, number>;
  readonly #refundOfItem: ReadonlyMap<number, number>;

  constructor(
    private readonly simulation: Simulation,
    /** Order numbers and item ids that other rows have taken already. */
    private readonly taken: { orders: number; items: number },
  ) {
    const { ledger, refunds } = simulation;
    this.#paid = new PaidPrices(simulation);
    this.#orderIds = Array.from({ length: ledger.orders }, (_, order) =>
      timeUuid(ledger.orderPlacedMs[order] ?? 0, "order", order),
    );
    this.#refundOfOrder = new Map(refunds.map((refund, index) => [refund.order, index]));
    this.#refundOfItem = new Map(refunds.map((refund, index) => [refund.item, index]));
  }

  *orders(): Generator<Cell[]> {
    const { ledger, shoppers, refunds } = this.simulation;
    for (let order = 0; order < ledger.orders; order += 1) {
      const id = this.#orderId(order);
      const refund = this.#refundOfOrder.get(order);
      const status = refund === undefined ? "paid" : refunds[refund]?.isWhole ? "refunded" : "partially_refunded";
      const placedMs = ledger.orderPlacedMs[order] ?? 0;
      const shopper = shoppers[ledger.orderShopper[order] ?? 0];
      yield [
        id,
        this.taken.orders + order + 1,
        shopper?.id ?? null,
        status,
        this.#paid.currencyOf(order),
        this.#paid.totalOf(order),
        `demo-${id}`,
        `demo-${order}`,
        new Date(placedMs),
        new Date(placedMs + PAYMENT_MS),
      ];
    }
  }

  *items(): Generator<Cell[]> {
    const { ledger, world } = this.simulation;
    for (let order = 0; order < ledger.orders; order += 1) {
      const id = this.#orderId(order);
      for (let item = ledger.firstItem[order] ?? 0; item < (ledger.firstItem[order + 1] ?? 0); item += 1) {
        const { listCents, percent, unitCents, baseCents } = this.#paid.priceOf(order, item);
        yield [
          this.#itemId(item),
          id,
          world.games[ledger.itemGame[item] ?? 0]?.id ?? null,
          1,
          listCents,
          percent,
          unitCents,
          baseCents,
        ];
      }
    }
  }

  *payments(): Generator<Cell[]> {
    const { ledger } = this.simulation;
    for (let order = 0; order < ledger.orders; order += 1) {
      const total = this.#paid.totalOf(order);
      const placedMs = ledger.orderPlacedMs[order] ?? 0;
      const paidAt = new Date(placedMs + PAYMENT_MS);
      const provider = total === 0 ? "free" : "test";
      yield [
        this.#paymentId(order),
        this.#orderId(order),
        provider,
        `demo_${this.#orderId(order)}`,
        "succeeded",
        total,
        this.#paid.currencyOf(order),
        new Date(placedMs),
        paidAt,
      ];
    }
  }

  *entitlements(): Generator<Cell[]> {
    const { ledger, world, shoppers, refunds } = this.simulation;
    for (let order = 0; order < ledger.orders; order += 1) {
      const shopper = shoppers[ledger.orderShopper[order] ?? 0]?.id ?? null;
      const grantedAt = new Date((ledger.orderPlacedMs[order] ?? 0) + PAYMENT_MS);
      for (let item = ledger.firstItem[order] ?? 0; item < (ledger.firstItem[order + 1] ?? 0); item += 1) {
        if (ledger.itemIsGift[item] === 1) continue;
        const refund = this.#refundOfItem.get(item);
        const revokedMs = refund === undefined ? undefined : refunds[refund]?.createdMs;
        const revokedAt = revokedMs === undefined ? null : new Date(revokedMs);
        yield [
          shopper,
          world.games[ledger.itemGame[item] ?? 0]?.id ?? null,
          this.#itemId(item),
          "purchase",
          grantedAt,
          revokedAt,
        ];
      }
    }
  }

  *refunds(): Generator<Cell[]> {
    for (const [index, refund] of this.simulation.refunds.entries()) {
      yield [
        timeUuid(refund.createdMs, "refund", index),
        this.#orderId(refund.order),
        this.#paymentId(refund.order),
        this.#itemId(refund.item),
        this.#paid.priceOf(refund.order, refund.item).unitCents,
        refund.reason,
        "succeeded",
        new Date(refund.createdMs),
      ];
    }
  }

  *keys(): Generator<Cell[]> {
    yield* this.#giftKeys();
    yield* this.#stockKeys();
  }

  /** Gifts are licence keys for people outside the store. */
  *#giftKeys(): Generator<Cell[]> {
    const { ledger, world } = this.simulation;
    const random = new Random(world.seed, "gift keys");
    for (let order = 0; order < ledger.orders; order += 1) {
      for (let item = ledger.firstItem[order] ?? 0; item < (ledger.firstItem[order + 1] ?? 0); item += 1) {
        if (ledger.itemIsGift[item] !== 1) continue;
        const soldMs = (ledger.orderPlacedMs[order] ?? 0) + PAYMENT_MS;
        const id = timeUuid(soldMs, "key", item);
        yield [
          id,
          world.games[ledger.itemGame[item] ?? 0]?.id ?? null,
          drawKeyCode(random),
          "sold",
          this.#itemId(item),
          new Date(soldMs),
        ];
      }
    }
  }

  /** The pools of the games that every buyer gets a key of. */
  *#stockKeys(): Generator<Cell[]> {
    const { world } = this.simulation;
    const random = new Random(world.seed, "stock keys");
    for (const game of world.games.filter(isSoldByKey)) {
      for (let key = 0; key < STOCK_KEYS; key += 1) {
        yield [
          namedUuid(`key ${world.seed} ${game.index} ${key}`),
          game.id,
          drawKeyCode(random),
          "available",
          null,
          null,
        ];
      }
    }
  }

  #orderId(order: number): string {
    return this.#orderIds[order] ?? "";
  }

  #paymentId(order: number): string {
    return timeUuid((this.simulation.ledger.orderPlacedMs[order] ?? 0) + PAYMENT_MS, "payment", order);
  }

  #itemId(item: number): number {
    return this.taken.items + item + 1;
  }
}
