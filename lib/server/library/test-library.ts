import { createHash } from "node:crypto";
import type { PrismaClient } from "@/prisma/generated/client";
import { createShop } from "../orders/shop-fixture";

/** A shopper who owns a game of each title, given one an hour from 2026-01-01 on. */
export async function createLibrary(db: PrismaClient, titles: readonly string[]) {
  const shop = createShop(db);
  const owner = await shop.createUser();
  const gameIds: string[] = [];
  for (const [index, title] of titles.entries()) {
    const { id } = await shop.createGame({ title });
    await db.entitlement.create({ data: { ...owner, gameId: id, grantedAt: new Date(Date.UTC(2026, 0, 1, index)) } });
    gameIds.push(id);
  }
  return { shop, owner, gameIds };
}

type BuildInput = {
  platform?: string;
  version?: string;
  storageKey?: string | null;
  status?: "ready" | "withdrawn" | "processing";
  releasedAt?: Date;
};

/** Writes a build of a game; by default the bucket is said to hold its file. */
export async function createBuild(db: PrismaClient, gameId: string, input: BuildInput = {}): Promise<string> {
  const { platform: slug = "windows", version = "1.0", status = "ready", releasedAt = new Date("2026-02-01") } = input;
  const platform = await db.platform.upsert({ where: { slug }, create: { slug, name: slug }, update: {} });
  const { storageKey = `kratos/builds/${gameId}/${version}.zip` } = input;
  const sha256 = createHash("sha256").update(version).digest("hex");
  const data = {
    gameId,
    platformId: platform.id,
    version,
    status,
    releasedAt,
    storageKey,
    sha256,
    sizeBytes: 5_000_000_000n,
  };
  return (await db.build.create({ data, select: { id: true } })).id;
}
