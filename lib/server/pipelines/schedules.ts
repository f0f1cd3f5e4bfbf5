import type { Pipeline } from "@/lib/shared/pipelines";
import { type Db, inTransaction } from "../db";

/** Pipelines that the schedule does not start at present. */
export async function listPaused(db: Db): Promise<Set<Pipeline>> {
  const rows = await db.pipelineSchedule.findMany({ where: { isPaused: true }, select: { pipeline: true } });
  return new Set(rows.map(({ pipeline }) => pipeline));
}

/** Whether the schedule may start a pipeline. */
export async function isScheduled(db: Db, pipeline: Pipeline): Promise<boolean> {
  return !(await listPaused(db)).has(pipeline);
}

/** Pauses the schedule of a pipeline, or lets it go on; written down with who did it. */
export function setSchedule(
  pipeline: Pipeline,
  { isPaused, requestedById }: { isPaused: boolean; requestedById: string | null },
  db: Db,
): Promise<void> {
  return inTransaction(db, async (tx) => {
    const values = { isPaused, changedById: requestedById, changedAt: new Date() };
    await tx.pipelineSchedule.upsert({ where: { pipeline }, create: { pipeline, ...values }, update: values });
    await tx.auditLog.create({
      data: {
        action: isPaused ? "pipeline.schedule_paused" : "pipeline.schedule_resumed",
        entity: "pipeline",
        entityId: pipeline,
        actorId: requestedById,
      },
    });
  });
}
