import { addDays, type Day, toDate } from "@/lib/shared/day";
import type { PrismaClient } from "@/prisma/generated/client";
import type { ServedForecast } from "./record";

/** A model version to hang forecasts on, for tests. */
export async function createModel(db: PrismaClient, version = "v1", status: "live" | "retired" = "live") {
  const trainedThrough = toDate("2026-01-01");
  const model = { version, status, artefactPrefix: `models/${version}`, backend: "wasm", seed: 1, trainedThrough };
  return (await db.modelVersion.create({ data: model })).id;
}

/** A published game of a publisher, which is made where it is new, for tests. */
export async function createLedgerGame(db: PrismaClient, slug: string, publisher = "acme"): Promise<string> {
  const { id: publisherId } = await db.publisher.upsert({
    where: { slug: publisher },
    create: { slug: publisher, name: publisher },
    update: {},
  });
  const data = { slug, title: slug.toUpperCase(), publisherId, developer: "d", status: "published" } as const;
  return (await db.game.create({ data })).id;
}

type Plan = { issuedThrough: Day; predicted: number; naive: number; firstDay?: Day };

/** A forecast of the same number on all 60 days, its band from half of it to twice, for tests. */
export function createFlatForecast(gameId: string, plan: Plan): ServedForecast {
  const { issuedThrough, predicted, naive } = plan;
  const firstDay = plan.firstDay ?? addDays(issuedThrough, 1);
  return {
    gameId,
    issuedThrough,
    isLaunch: plan.firstDay !== undefined,
    source: "lstm",
    days: Array.from({ length: 60 }, (_, h) => ({
      day: addDays(firstDay, h),
      predicted,
      lower: predicted / 2,
      lowerQuartile: predicted - 1,
      median: predicted,
      upperQuartile: predicted + 1,
      upper: predicted * 2,
      cumulativeLower: (predicted / 2) * (h + 1),
      cumulativeUpper: predicted * 2 * (h + 1),
    })),
    seasonalNaive: new Float64Array(60).fill(naive),
  };
}

/** Sets what a game sold on a day, for tests; 0 takes the row away, as the ETL does. */
export async function setSold(db: PrismaClient, gameId: string, day: Day, units: number): Promise<void> {
  const key = { gameId, day: toDate(day) };
  await db.dailySales.deleteMany({ where: key });
  if (units > 0) await db.dailySales.create({ data: { ...key, units, revenueCents: 0n } });
}
