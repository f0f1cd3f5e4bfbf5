import { type ModelManifest, modelKeys } from "@/jobs/model/artifact";
import { type Db, inTransaction } from "@/lib/server/db";
import { toDate } from "@/lib/shared/day";
import type { Prisma } from "@/prisma/generated/client";
import type { Decision } from "./decide";

async function lockModels(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('model_versions.live', 0))::text`;
}

function findRow(tx: Prisma.TransactionClient, version: string) {
  return tx.modelVersion.findUnique({ where: { version }, select: { id: true, status: true } });
}

async function saveModel(tx: Prisma.TransactionClient, manifest: ModelManifest, decision: Decision): Promise<string> {
  const { version, backend, seed, metrics } = manifest;
  if (decision.isLive) {
    await tx.modelVersion.updateMany({
      where: { status: "live", version: { not: version } },
      data: { status: "retired" },
    });
  }
  const { all, ...segments } = metrics;
  const row = {
    status: decision.isLive ? ("live" as const) : ("challenger" as const),
    decision: decision.reason,
    artefactPrefix: modelKeys(version).prefix,
    backend,
    seed,
    trainedThrough: toDate(manifest.trainedThrough),
    metrics: { ...all, segments },
  };
  const saved = await tx.modelVersion.upsert({ where: { version }, create: { version, ...row }, update: row });
  return saved.id;
}

/**
 * Records a model as the live one, which retires the one before, or as a challenger. Two runs at once take turns: one
 * live model at most.
 */
export function recordModel(db: Db, manifest: ModelManifest, decision: Decision): Promise<string> {
  return inTransaction(db, async (tx) => {
    await lockModels(tx);
    const known = await findRow(tx, manifest.version);
    // The same training again changes nothing, not even the words of why it went live.
    if (known?.status === "live" && decision.isLive) return known.id;
    return saveModel(tx, manifest, decision);
  });
}

/** Id of the live model's row; a bucket that outlived its database, or a training killed in between, is caught up. */
export function ensureModelRow(db: Db, manifest: ModelManifest): Promise<string> {
  return inTransaction(db, async (tx) => {
    await lockModels(tx);
    const known = await findRow(tx, manifest.version);
    if (known?.status === "live") return known.id;
    return saveModel(tx, manifest, { isLive: true, reason: "the bucket names it as the live model" });
  });
}
