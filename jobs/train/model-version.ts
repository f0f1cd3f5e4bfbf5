import { type ModelManifest, modelKeys } from "@/jobs/model/artifact";
import { type Db, inTransaction } from "@/lib/server/db";
import { toDate } from "@/lib/shared/day";
import type { Prisma } from "@/prisma/generated/client";

async function lockModels(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('model_versions.live', 0))::text`;
}

async function makeLive(tx: Prisma.TransactionClient, manifest: ModelManifest): Promise<string> {
  const { version, backend, seed, metrics } = manifest;
  await tx.modelVersion.updateMany({
    where: { status: "live", version: { not: version } },
    data: { status: "retired" },
  });
  const row = {
    status: "live" as const,
    artefactPrefix: modelKeys(version).prefix,
    backend,
    seed,
    trainedThrough: toDate(manifest.trainedThrough),
    metrics,
  };
  const saved = await tx.modelVersion.upsert({ where: { version }, create: { version, ...row }, update: row });
  return saved.id;
}

/** Records a model as the live one and retires the one before. Two runs at once take turns: one live model at most. */
export function recordLiveModel(db: Db, manifest: ModelManifest): Promise<string> {
  return inTransaction(db, async (tx) => {
    await lockModels(tx);
    return makeLive(tx, manifest);
  });
}

/** Id of a published model's row; a bucket that outlived its database, or a training killed in between, is caught up. */
export function ensureModelRow(db: Db, manifest: ModelManifest): Promise<string> {
  return inTransaction(db, async (tx) => {
    await lockModels(tx);
    const known = await tx.modelVersion.findUnique({ where: { version: manifest.version }, select: { id: true } });
    return known?.id ?? makeLive(tx, manifest);
  });
}
