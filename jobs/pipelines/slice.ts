import { getEnv } from "@/lib/server/env";
import { getQueue, queueOf } from "@/lib/server/queue/boss";
import { getStorage } from "@/lib/server/storage/s3-storage";
import { PIPELINES } from "@/lib/shared/pipelines";
import type { PrismaClient } from "@/prisma/generated/client";
import { PROCESS_NAME } from "./process-name";

/** How often a slice takes back the jobs of processes that are gone, and looks what may begin. */
const LOOK_MS = 5_000;

/** Whether a request works on the queue itself, where no worker does. */
export function worksInRequests(): boolean {
  return getEnv().PIPELINE_RUNNER === "inline";
}

/**
 * Works on the queue for a slice of a request's time, then leaves the rest queued; ends sooner where nothing is left.
 * Any number of slices share the work, at once or one after the other; nothing stays on the disk of any.
 */
export async function workSlice(startedAt: Date, db: PrismaClient): Promise<void> {
  const { drain } = await import("./drain");
  const boss = await getQueue();
  const endsAt = startedAt.getTime() + getEnv().PIPELINE_SLICE_SECONDS * 1000;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const isIdleEnough = async () => {
    if (Date.now() - lookedAt >= LOOK_MS) {
      lookedAt = Date.now();
      await boss.supervise();
      await boss.resolveFlow();
    }
    return (await db.pipelineRun.findFirst({ where: { state: "running" }, select: { id: true } })) === null;
  };
  const around = {
    db,
    storage: getStorage(),
    boss,
    worker: PROCESS_NAME,
    isOver: () => Date.now() >= endsAt,
  };
  await drain({ queues: PIPELINES.map(queueOf), isIdleEnough }, around);
}
