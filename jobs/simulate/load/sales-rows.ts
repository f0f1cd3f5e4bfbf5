import type { ClientBase } from "pg";
import { hashText, Random } from "@/jobs/simulate/random";
import type { Simulation } from "@/jobs/simulate/simulation";
import { namedUuid } from "@/jobs/simulate/world/ids";
import { type Cell, copyRows } from "./copy";

/** How long a payment takes to come through. */
const PAYMENT_MS = 2_400;

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");

/** A UUID of version 7: ordered by time, which keeps the indexes dense while loading. */
export function timeUuid(ms: number, kind: string, index: number): string {
  const time = hex(ms, 12);
  const low = hashText(`${kind} ${index}`);
  const high = hashText(`${index} ${kind}`);
  const sequence = hex(index & 0xfff, 3);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${hex(0x8000 | (high >>> 18), 4)}-${hex(high & 0xffff, 4)}${hex(low, 8)}`;
}

/** Rows of the store's sales; each method is one pass over the same ledger. */
export class SalesRows {
  readonly #orderIds: string[];
  readonly #refundOfOrder: ReadonlyMap<number, number>;
  readonly #refundOfItem: ReadonlyMap<number, number>;

  constructor(
    private readonly simulation: Simulation,
    /** Order numbers and item ids that other rows have taken already. */
    private readonly taken: { orders: number; items: number },
  ) {
    const { ledger, refunds } = simulation;
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
        "USD",
        ledger.orderTotalCents[order] ?? 0,
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
        yield [
          this.#itemId(item),
          id,
          world.games[ledger.itemGame[item] ?? 0]?.id ?? null,
          1,
          ledger.itemListCents[item] ?? 0,
          ledger.itemPercent[item] ?? 0,
          ledger.itemUnitCents[item] ?? 0,
        ];
      }
    }
  }

  *payments(): Generator<Cell[]> {
    const { ledger } = this.simulation;
    for (let order = 0; order < ledger.orders; order += 1) {
      const total = ledger.orderTotalCents[order] ?? 0;
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
        "USD",
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
        refund.amountCents,
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

  /** A game that was sold by key once goes on needing keys: these are the ones still to be sold. */
  *#stockKeys(): Generator<Cell[]> {
    const { ledger, world } = this.simulation;
    const random = new Random(world.seed, "stock keys");
    const withKeys = new Set(
      Array.from(ledger.itemGame.subarray(0, ledger.items)).filter((_, item) => ledger.itemIsGift[item] === 1),
    );
    for (const game of [...withKeys].sort((left, right) => left - right)) {
      for (let key = 0; key < STOCK_KEYS; key += 1) {
        const id = namedUuid(`key ${world.seed} ${game} ${key}`);
        yield [id, world.games[game]?.id ?? null, drawKeyCode(random), "available", null, null];
      }
    }
  }

  *reviews(): Generator<Cell[]> {
    const { reviews, world, shoppers } = this.simulation;
    for (const review of reviews) {
      const { game, shopper, createdMs } = review;
      const at = new Date(createdMs);
      const id = namedUuid(`review ${world.seed} ${game} ${shopper}`);
      yield [
        id,
        world.games[game]?.id ?? null,
        shoppers[shopper]?.id ?? null,
        review.isRecommended,
        review.stars,
        review.body,
        review.helpfulCount,
        at,
        at,
      ];
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

/** Keys of a game that wait for buyers. */
const STOCK_KEYS = 200;

const KEY_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A licence key such as K7PQ2-9XMRA-T3HBD. */
function drawKeyCode(random: Random): string {
  const group = () => Array.from({ length: 5 }, () => KEY_LETTERS[random.int(0, KEY_LETTERS.length - 1)]).join("");
  return `${group()}-${group()}-${group()}`;
}

/** Reserves numbers of a sequence for rows that are loaded with their ids; returns how many were taken before. */
async function reserve(client: ClientBase, table: string, column: string, count: number): Promise<number> {
  const { rows } = await client.query<{ taken: string }>(`SELECT coalesce(max(${column}), 0) AS taken FROM ${table}`);
  const taken = Number(rows[0]?.taken ?? 0);
  await client.query("SELECT setval(pg_get_serial_sequence($1, $2), $3)", [table, column, taken + count]);
  return taken;
}

/** Loads orders, items, payments, libraries, refunds, gift keys and reviews. */
export async function loadSales(
  client: ClientBase,
  simulation: Simulation,
  onTable: (name: string) => void,
): Promise<void> {
  const { ledger } = simulation;
  const taken = {
    orders: await reserve(client, "orders", "number", ledger.orders),
    items: await reserve(client, "order_items", "id", ledger.items),
  };
  const rows = new SalesRows(simulation, taken);
  const copy = async (table: string, columns: string, source: Iterable<Cell[]>) => {
    onTable(table);
    await copyRows(client, table, columns.split(" "), source);
  };
  await copy(
    "orders",
    "id number user_id status currency total_cents idempotency_key request_hash placed_at paid_at",
    rows.orders(),
  );
  await copy(
    "order_items",
    "id order_id game_id quantity list_price_cents discount_percent unit_price_cents",
    rows.items(),
  );
  await copy(
    "payments",
    "id order_id provider provider_ref status amount_cents currency created_at updated_at",
    rows.payments(),
  );
  await copy("entitlements", "user_id game_id order_item_id source granted_at revoked_at", rows.entitlements());
  await copy("refunds", "id order_id payment_id order_item_id amount_cents reason status created_at", rows.refunds());
  await copy("licence_keys", "id game_id code status order_item_id sold_at", rows.keys());
  await copy(
    "reviews",
    "id game_id user_id is_recommended stars body helpful_count created_at updated_at",
    rows.reviews(),
  );
}
