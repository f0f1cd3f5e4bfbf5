import { type ModelManifest, modelKeys } from "@/jobs/model/artifact";
import { type Db, inTransaction } from "@/lib/server/db";
import { toDate } from "@/lib/shared/day";

/**
 * Records a model as the live one and retires the one before; returns the id of its row. Again for the live model:
 * no change. Two runs at once take turns, there being one live model at most.
 */
export function recordLiveModel(db: Db, manifest: ModelManifest): Promise<string> {
  return inTransaction(db, async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('model_versions.live', 0))::text`;
    const { version, backend, seed, metrics } = manifest;
    const known = await tx.modelVersion.findUnique({ where: { version } });
    if (known?.status === "live") return known.id;
    await tx.modelVersion.updateMany({ where: { status: "live" }, data: { status: "retired" } });
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
  });
}
