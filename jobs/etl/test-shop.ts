import { randomUUID } from "node:crypto";
import { toDate } from "@/lib/shared/day";
import type { PrismaClient } from "@/prisma/generated/client";

type GamePlan = { slug: string; title?: string; release: string | null; genres?: string[]; priceCents?: number };
type Sale = {
  game: string;
  at: string;
  quantity?: number;
  cents?: number;
  /** Where it is paid in another currency than the game's: which, and what a unit costs in the game's own. */
  currency?: string;
  baseCents?: number;
  status?: "paid" | "partially_refunded" | "refunded" | "pending";
};

/** A hand-made shop for tests: games are named by their slugs. */
export class TestShop {
  readonly gameIds = new Map<string, string>();
  #publisherId = "";
  #userId = "";

  constructor(private readonly db: PrismaClient) {}

  /** Opens the shop with the genres Action, Open-world and RPG. */
  async open(): Promise<this> {
    const genres = ["rpg", "open-world", "action"];
    await this.db.genre.createMany({ data: genres.map((slug) => ({ slug, name: slug })) });
    this.#publisherId = (await this.db.publisher.create({ data: { slug: "pub", name: "Pub" } })).id;
    this.#userId = (await this.db.user.create({ data: { email: "buyer@test.example", name: "Buyer" } })).id;
    return this;
  }

  async game({ slug, title, release, genres = ["action"], priceCents = 2000 }: GamePlan): Promise<string> {
    const game = await this.db.game.create({
      data: {
        slug,
        title: title ?? slug,
        status: "published",
        publisherId: this.#publisherId,
        developer: "dev",
        releaseDate: release ? toDate(release) : null,
        prices: { create: { currency: "USD", priceCents } },
        genres: { create: genres.map((genre) => ({ genre: { connect: { slug: genre } } })) },
      },
    });
    this.gameIds.set(slug, game.id);
    return game.id;
  }

  id(slug: string): string {
    const id = this.gameIds.get(slug);
    if (!id) throw new Error(`no game ${slug} in this shop`);
    return id;
  }

  async sell({ game, at, quantity = 1, cents = 2000, status = "paid", currency = "USD", baseCents }: Sale) {
    const unitBaseCents = baseCents ?? null;
    const item = { gameId: this.id(game), quantity, listPriceCents: cents, unitPriceCents: cents, unitBaseCents };
    return this.db.order.create({
      data: {
        userId: this.#userId,
        status,
        currency,
        totalCents: Math.min(cents * quantity, 2_000_000_000),
        idempotencyKey: randomUUID(),
        requestHash: "hash",
        placedAt: new Date(at),
        paidAt: status === "pending" ? null : new Date(at),
        items: { create: item },
      },
      include: { items: true },
    });
  }

  async price(game: string, from: string, priceCents: number): Promise<void> {
    const data = { gameId: this.id(game), currency: "USD", validFrom: toDate(from), priceCents };
    await this.db.priceHistory.create({ data });
  }

  async promotion(
    game: string,
    span: { from: string; to: string },
    percent: number,
    status: "draft" | "published" = "published",
  ): Promise<void> {
    await this.db.promotion.create({
      data: {
        name: `${percent} % off`,
        status,
        startsAt: new Date(span.from),
        endsAt: new Date(span.to),
        games: { create: { gameId: this.id(game), discountPercent: percent } },
      },
    });
  }

  async wish(game: string, at: string): Promise<void> {
    const user = await this.db.user.create({ data: { email: `${randomUUID()}@test.example`, name: "Fan" } });
    await this.db.wishlistItem.create({ data: { userId: user.id, gameId: this.id(game), addedAt: new Date(at) } });
  }

  async review(game: string, at: string, stars: number, isVisible = true): Promise<void> {
    const user = await this.db.user.create({ data: { email: `${randomUUID()}@test.example`, name: "Critic" } });
    await this.db.review.create({
      data: {
        gameId: this.id(game),
        userId: user.id,
        isRecommended: stars >= 3,
        stars,
        body: "Played it.",
        status: isVisible ? "visible" : "hidden",
        createdAt: new Date(at),
      },
    });
  }
}

/** A shop of two games, "one" and "two", that came out on 2026-03-01 and were sold once each. */
export async function openTwoGames(db: PrismaClient): Promise<TestShop> {
  const shop = await new TestShop(db).open();
  for (const slug of ["one", "two"]) {
    await shop.game({ slug, release: "2026-03-01" });
    await shop.price(slug, "2026-03-01", 1500);
    await shop.sell({ game: slug, at: "2026-03-05T12:00:00Z" });
  }
  return shop;
}
