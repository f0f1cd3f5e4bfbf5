import { randomUUID } from "node:crypto";
import { toDayString } from "@/jobs/model/calendar";
import type { GameSeries } from "@/jobs/model/series";
import { SYNTHETIC_GENRES } from "@/jobs/model/synthetic-series";
import { toDate } from "@/lib/shared/day";
import type { PrismaClient } from "@/prisma/generated/client";

/** Enters the games of series into a database, each with its first day of sales, and others that never sold, by their days of release; for tests. */
export async function createShop(
  db: PrismaClient,
  all: readonly GameSeries[],
  unsold: Record<string, number> = {},
): Promise<GameSeries[]> {
  const publisher = await db.publisher.create({ data: { slug: "acme", name: "Acme" } });
  await db.genre.createMany({ data: SYNTHETIC_GENRES.map((slug) => ({ slug, name: slug })) });
  const create = (slug: string, releaseDay: number, genres: readonly string[]) =>
    db.game.create({
      data: {
        id: randomUUID(),
        slug,
        title: slug,
        developer: "Acme",
        status: "published",
        publisherId: publisher.id,
        releaseDate: toDate(toDayString(releaseDay)),
        prices: { create: { currency: "USD", priceCents: 1999 } },
        genres: { create: genres.map((genre) => ({ genre: { connect: { slug: genre } } })) },
      },
    });
  const games: GameSeries[] = [];
  for (const series of all) {
    const { id } = await create(series.slug, series.firstDay - series.firstAge, series.genres);
    games.push({ ...series, gameId: id });
    const index = series.units.findIndex((units) => units > 0);
    if (index < 0) continue;
    const sold = { day: toDate(toDayString(series.firstDay + index)), units: series.units[index] ?? 0 };
    await db.dailySales.create({ data: { gameId: id, revenueCents: 0n, ...sold } });
  }
  for (const [slug, releaseDay] of Object.entries(unsold)) await create(slug, releaseDay, ["rpg"]);
  return games;
}
