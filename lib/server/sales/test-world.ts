import { encode } from "next-auth/jwt";
import { addDays, type Day, toDate } from "@/lib/shared/day";
import type { PrismaClient } from "@/prisma/generated/client";
import type { Role } from "@/prisma/generated/enums";
import type { Actor } from "../auth/actor";
import { getSecret } from "../env";

/** Last day of data in the tests' world. */
export const LAST_DAY: Day = "2026-03-31";

const HOUR_MS = 3_600_000;

/** A user of a role with an open session. */
export async function createActor(db: PrismaClient, role: Role, name: string = role): Promise<Actor> {
  const user = await db.user.create({ data: { email: `${name}@test.example`, name, role } });
  const expiresAt = new Date(Date.now() + HOUR_MS);
  const session = await db.session.create({ data: { userId: user.id, expiresAt } });
  return { userId: user.id, sessionId: session.id, role, name, email: user.email, currency: null };
}

/** A request as the actor's browser sends it; without an actor nobody is signed in. */
export async function requestAs(actor: Actor | null, path: string): Promise<Request> {
  const url = `http://localhost${path}`;
  if (!actor) return new Request(url);
  const token = await encode({ token: { sid: actor.sessionId }, secret: getSecret("NEXTAUTH_SECRET") });
  return new Request(url, { headers: { cookie: `next-auth.session-token=${token}` } });
}

type GamePlan = {
  slug: string;
  publisher: string;
  /** Units of the last days of data, newest first. */
  units?: number[];
  /** Units forecast for each of the next 60 days. */
  forecast?: number;
  modelVersionId?: string;
};

/** A published game with its sales and forecast; its publisher is made where it is new. */
export async function createGame(db: PrismaClient, plan: GamePlan): Promise<{ id: string; publisherId: string }> {
  const { slug, units = [], forecast, modelVersionId } = plan;
  const publisher = await db.publisher.upsert({
    where: { slug: plan.publisher },
    create: { slug: plan.publisher, name: plan.publisher },
    update: {},
  });
  const data = {
    slug,
    title: slug.toUpperCase(),
    publisherId: publisher.id,
    developer: "d",
    status: "published",
  } as const;
  const game = await db.game.create({ data });
  await db.dailySales.createMany({
    data: units.flatMap((sold, ago) =>
      sold === 0
        ? []
        : [{ gameId: game.id, day: toDate(addDays(LAST_DAY, -ago)), units: sold, revenueCents: BigInt(sold * 1000) }],
    ),
  });
  if (forecast !== undefined && modelVersionId) {
    await db.forecastedSales.createMany({
      data: Array.from({ length: 60 }, (_, index) => ({
        gameId: game.id,
        day: toDate(addDays(LAST_DAY, index + 1)),
        horizon: index + 1,
        predictedUnits: forecast,
        lowerUnits: Math.max(0, forecast - 3),
        lowerQuartileUnits: Math.max(0, forecast - 1),
        medianUnits: forecast,
        upperQuartileUnits: forecast + 2,
        upperUnits: forecast + 4,
        cumulativeLowerUnits: (index + 1) * Math.max(0, forecast - 2),
        cumulativeUpperUnits: (index + 1) * (forecast + 3),
        source: "lstm" as const,
        modelVersionId,
      })),
    });
  }
  return { id: game.id, publisherId: publisher.id };
}

/** The live model that the tests' forecasts belong to. */
export async function createLiveModel(db: PrismaClient): Promise<string> {
  const scores = { mase: 0.8, wape: 0.3, coverage: 0.79, pinball: 0.1, bias: 0, games: 2 };
  const model = await db.modelVersion.create({
    data: {
      version: "v1",
      status: "live",
      artefactPrefix: "kratos/models/v1",
      backend: "wasm",
      seed: 1,
      trainedThrough: toDate(LAST_DAY),
      metrics: { served: scores, seasonalNaive: { ...scores, mase: 1.2, wape: 0.5 } },
    },
  });
  return model.id;
}
