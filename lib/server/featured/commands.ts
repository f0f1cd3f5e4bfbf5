import type { FeaturedGame, SetFeaturedInput } from "@/lib/shared/featured";
import { say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import { type Db, getDb, inTransaction } from "../db";
import { AppError } from "../errors";
import { listFeaturedGames } from "./queries";

type Tx = Prisma.TransactionClient;

/** Key of the advisory lock under which the stage is changed. */
const FEATURED_LOCK = 0x73746167;

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((slug, place) => slug === other[place]);
}

/** Only what the shop sells is put on the stage; what was withdrawn since may stay until it is taken off. */
async function checkNewGames(slugs: readonly string[], tx: Tx): Promise<void> {
  const known = await tx.game.findMany({
    where: { slug: { in: [...slugs] }, status: "published", kind: "base" },
    select: { slug: true },
  });
  const names = new Set(known.map(({ slug }) => slug));
  const missing = slugs.find((slug) => !names.has(slug));
  if (missing === undefined) return;
  const message = say("errors.featuredUnknown", { slug: missing });
  throw new AppError("invalid_input", message, { fields: { slugs: message } });
}

/** Nobody edited the games: `updated_at` stays. No two have one rank, so that all give theirs back first. */
async function writeRanks(slugs: readonly string[], tx: Tx): Promise<void> {
  await tx.$executeRaw`UPDATE games SET featured_rank = NULL WHERE featured_rank IS NOT NULL`;
  await tx.$executeRaw`
    UPDATE games g SET featured_rank = place.rank
    FROM unnest(${[...slugs]}::text[]) WITH ORDINALITY AS place (slug, rank) WHERE g.slug = place.slug`;
}

/**
 * Puts games on the stage of the landing page, in this order. `conflict` where somebody else has changed it since the
 * order was made: one of two at the same time wins, and the other one sees what it has become.
 */
export function setFeatured(
  actor: Pick<Actor, "userId">,
  { slugs, was }: SetFeaturedInput,
  db: Db = getDb(),
): Promise<FeaturedGame[]> {
  return inTransaction(db, async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(${FEATURED_LOCK}::bigint)::text`;
    const current = (await listFeaturedGames(tx)).map(({ slug }) => slug);
    if (!isSame(current, was)) throw new AppError("conflict", say("errors.featuredStale"));
    await checkNewGames(
      slugs.filter((slug) => !current.includes(slug)),
      tx,
    );
    if (!isSame(current, slugs)) {
      await writeRanks(slugs, tx);
      await tx.auditLog.create({
        data: {
          actorId: actor.userId,
          action: "featured.changed",
          entity: "shop_window",
          entityId: "featured",
          data: { was: current, now: slugs },
        },
      });
    }
    return listFeaturedGames(tx);
  });
}
