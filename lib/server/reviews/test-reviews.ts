import { randomUUID } from "node:crypto";
import type { WriteReviewInput } from "@/lib/shared/reviews";
import type { PrismaClient } from "@/prisma/generated/client";
import type { MemberRole } from "@/prisma/generated/enums";
import { createReview } from "./commands";

/** A review's wording, unremarkable but for what is given. */
export function toWording(change: Partial<WriteReviewInput> = {}): WriteReviewInput {
  return { isRecommended: true, stars: 4, body: "A fine game for a long evening.", locale: "en", ...change };
}

/** Makes users, games of one publisher and reviews for the tests of reviews. */
export function createReviewWorld(db: PrismaClient) {
  const createUser = async (name = "Robin"): Promise<{ userId: string }> => {
    const { id } = await db.user.create({ data: { email: `${randomUUID()}@example.test`, name } });
    return { userId: id };
  };

  const createGame = async (change: { publisherId?: string; source?: string } = {}) => {
    const slug = `game-${randomUUID()}`;
    const publisherId =
      change.publisherId ??
      (await db.publisher.create({ data: { slug: `publisher-${randomUUID()}`, name: "Lantern" } })).id;
    const { source = null } = change;
    const data = { slug, title: "Ember Tide", developer: "Lantern", status: "published", publisherId } as const;
    return db.game.create({
      data: { ...data, source, sourceId: source && slug },
      select: { id: true, slug: true, publisherId: true },
    });
  };

  const createOwner = async (gameId: string, name?: string): Promise<{ userId: string }> => {
    const user = await createUser(name);
    await db.entitlement.create({ data: { ...user, gameId } });
    return user;
  };

  const createMember = async (publisherId: string, role: MemberRole): Promise<{ userId: string }> => {
    const user = await createUser(role);
    await db.publisherMember.create({ data: { ...user, publisherId, role } });
    return user;
  };

  /** A review by a new owner of the game. */
  const createReviewed = async (game: { id: string; slug: string }, change: Partial<WriteReviewInput> = {}) => {
    const author = await createOwner(game.id);
    return { author, review: await createReview(author, game.slug, toWording(change), db) };
  };

  const countersOf = async (gameId: string) => {
    const select = { reviewCount: true, positiveCount: true, ratingAverage: true } as const;
    const { ratingAverage, ...counts } = await db.game.findUniqueOrThrow({ where: { id: gameId }, select });
    return { ...counts, average: ratingAverage?.toNumber() ?? null };
  };

  return { createUser, createGame, createOwner, createMember, createReviewed, countersOf };
}
