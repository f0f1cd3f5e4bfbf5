import type { Pipeline } from "@/lib/shared/pipelines";
import type { Prisma } from "@/prisma/generated/client";
import { cancelForgottenRun, failDeadRuns } from "./commands";
import { breakLease, isLeaseFree } from "./lease";
import { findActiveRun } from "./queries";

/**
 * Clears the way for a new run of a pipeline: a run whose process is gone, or silent for a minute, is marked failed,
 * and one that waited for a worker for too long is cancelled. A living run stays, and the new one will meet it.
 */
export async function makeWay(
  pipeline: Pipeline,
  forgottenAfterMs: number,
  tx: Prisma.TransactionClient,
): Promise<void> {
  await cancelForgottenRun(pipeline, forgottenAfterMs, tx);
  const active = await findActiveRun(tx, pipeline);
  if (active?.state !== "running") return;
  if (!(await isLeaseFree(pipeline, tx))) {
    if (!active.isStalled) return;
    await breakLease(pipeline, tx);
  }
  await failDeadRuns(pipeline, tx);
}
