import { randomUUID } from "node:crypto";
import type { Random } from "@/jobs/simulate/random";
import { addDays, type Day, toDate, toDay } from "@/lib/shared/day";
import type { PrismaClient } from "@/prisma/generated/client";
import { TestShop } from "./test-shop";

/** Days back to which something that comes late may belong. */
const LATE_DAYS = 12;

/** A shop in which anything happens, at seeded random, also late and to what was there before; for tests. */
export class RandomShop {
  readonly shop: TestShop;
  #slugs: string[] = [];
  #made = 0;

  constructor(
    private readonly db: PrismaClient,
    private readonly random: Random,
  ) {
    this.shop = new TestShop(db);
  }

  async open(day: Day, games: number): Promise<this> {
    await this.shop.open();
    for (let game = 0; game < games; game += 1) await this.#addGame(day);
    return this;
  }

  /** Does one thing of a day, or of one of the days before. */
  async act(day: Day): Promise<string> {
    const acts = {
      sell: () => this.#sell(this.#at(day)),
      "sell late": () => this.#sell(this.#at(this.#past(day))),
      pend: () => this.shop.sell({ game: this.#game(), at: this.#at(day), status: "pending" }),
      settle: () => this.#settle(day),
      refund: () => this.#refund(day),
      "change a refund": () => this.#changeRefund(),
      "change an item": () => this.#changeItem(),
      "move a payment": () => this.#movePayment(day),
      "delete an order": () => this.#deleteOrder(),
      price: () => this.#price(this.#past(day)),
      promotion: () => this.#promote(this.#past(day)),
      review: () => this.shop.review(this.#game(), this.#at(this.#past(day)), this.random.int(1, 5)),
      "hide a review": () => this.#hideReview(),
      wish: () => this.shop.wish(this.#game(), this.#at(day)),
      "new game": () => this.#addGame(day),
      "delete a game": () => this.#deleteGame(),
    };
    const weights = [8, 4, 2, 2, 4, 2, 2, 2, 1, 1, 1, 2, 1, 2, 1, 1];
    const names = Object.entries(acts);
    const [name, act] = names[this.random.weightedIndex(weights)] ?? [];
    await act?.();
    return name ?? "";
  }

  #game = () => this.random.pick(this.#slugs);
  #past = (day: Day) => addDays(day, -this.random.int(0, LATE_DAYS));

  /** A moment of a day; half of them within an hour of its ends, which is another day elsewhere. */
  #at(day: Day): string {
    const hour = 3_600_000;
    const edge = this.random.chance(0.5) ? this.random.int(0, hour) : 24 * hour - 1 - this.random.int(0, hour);
    const ms = this.random.chance(0.5) ? edge : this.random.int(0, 24 * hour - 1);
    return new Date(toDate(day).getTime() + ms).toISOString();
  }

  async #addGame(day: Day): Promise<void> {
    const slug = `game-${this.#made++}`;
    const release = this.random.chance(0.2) ? null : addDays(day, this.random.int(-60, 10));
    const genres = this.random.sample(["action", "rpg", "open-world"], this.random.int(1, 2));
    await this.shop.game({ slug, title: `"${slug}", the 🎮;\nnew one`, release, genres });
    this.#slugs.push(slug);
  }

  async #sell(at: string): Promise<void> {
    const cents = this.random.int(0, 6_000);
    const [game, quantity] = [this.#game(), this.random.int(1, 3)];
    const abroad = this.random.chance(0.3) ? { currency: "JPY", baseCents: this.random.int(0, 6_000) } : {};
    const order = await this.shop.sell({ game, at, cents, quantity, ...abroad });
    const gameId = this.shop.id(this.#game());
    if (this.random.chance(0.5) || order.items.some((item) => item.gameId === gameId)) return;
    const price = this.random.int(0, 3_000);
    const data = { orderId: order.id, gameId, listPriceCents: price, unitPriceCents: price };
    await this.db.orderItem.create({ data });
  }

  async #anyOrder(where: object) {
    const orders = await this.db.order.findMany({ where, include: { items: true }, orderBy: { number: "asc" } });
    return orders.length > 0 ? this.random.pick(orders) : null;
  }

  async #settle(day: Day): Promise<void> {
    const order = await this.#anyOrder({ status: "pending" });
    if (!order) return;
    const data = { status: "paid", paidAt: new Date(this.#at(day)) } as const;
    await this.db.order.update({ where: { id: order.id }, data });
  }

  /** Gives an item or a share of the whole order back, up to now or late. */
  async #refund(day: Day): Promise<void> {
    const order = await this.#anyOrder({ paidAt: { not: null } });
    const item = order?.items[0];
    if (!order || !item) return;
    const amountCents = this.random.pick([0, 100, Math.floor(order.totalCents / 2), order.totalCents]);
    const status = this.random.pick(["succeeded", "succeeded", "pending", "failed"] as const);
    const createdAt = new Date(this.#at(this.random.chance(0.7) ? day : this.#past(day)));
    const orderItemId = this.random.chance(0.5) ? item.id : null;
    const id = randomUUID();
    await this.db.refund.create({ data: { id, orderId: order.id, orderItemId, amountCents, status, createdAt } });
    await this.db.order.update({ where: { id: order.id }, data: { status: "partially_refunded" } });
  }

  async #changeRefund(): Promise<void> {
    const refunds = await this.db.refund.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
    if (refunds.length === 0) return;
    const { id, amountCents } = this.random.pick(refunds);
    if (this.random.chance(0.3)) await this.db.refund.delete({ where: { id } });
    else await this.db.refund.update({ where: { id }, data: { status: "succeeded", amountCents: amountCents + 50 } });
  }

  async #changeItem(): Promise<void> {
    const items = await this.db.orderItem.findMany({ orderBy: { id: "asc" } });
    const { id } = this.random.pick(items);
    await this.db.orderItem.update({ where: { id }, data: { quantity: this.random.int(1, 4) } });
  }

  async #movePayment(day: Day): Promise<void> {
    const order = await this.#anyOrder({ paidAt: { not: null }, refunds: { none: {} } });
    if (!order) return;
    const isLost = this.random.chance(0.3);
    const data = isLost
      ? ({ status: "failed", paidAt: null } as const)
      : { paidAt: new Date(this.#at(this.#past(day))) };
    await this.db.order.update({ where: { id: order.id }, data });
  }

  async #deleteOrder(): Promise<void> {
    const order = await this.#anyOrder({ refunds: { none: {} } });
    if (order) await this.db.order.delete({ where: { id: order.id } });
  }

  async #price(from: Day): Promise<void> {
    const [slug, cents] = [this.#game(), this.random.int(100, 6_000)];
    const key = { gameId: this.shop.id(slug), currency: "USD", validFrom: toDate(from) };
    await this.db.priceHistory.deleteMany({ where: key });
    await this.shop.price(slug, from, cents);
  }

  async #promote(day: Day): Promise<void> {
    const from = this.#at(day);
    const to = this.#at(addDays(toDay(new Date(from)), this.random.int(1, 6)));
    await this.shop.promotion(this.#game(), { from, to }, this.random.int(1, 90));
  }

  async #hideReview(): Promise<void> {
    const reviews = await this.db.review.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
    if (reviews.length === 0) return;
    await this.db.review.update({ where: { id: this.random.pick(reviews).id }, data: { status: "hidden" } });
  }

  /** Its orders first, since a sold game cannot go alone. */
  async #deleteGame(): Promise<void> {
    if (this.#slugs.length < 4) return;
    const slug = this.#game();
    const gameId = this.shop.id(slug);
    const orders = { items: { some: { gameId } } };
    await this.db.refund.deleteMany({ where: { order: orders } });
    await this.db.order.deleteMany({ where: orders });
    await this.db.game.delete({ where: { id: gameId } });
    this.#slugs = this.#slugs.filter((other) => other !== slug);
  }
}
