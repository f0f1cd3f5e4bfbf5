import type { Prisma, PrismaClient } from "@/prisma/generated/client";
import { log } from "../log";
import { readFacts } from "./facts";
import { findProblems, isOver, type Problem } from "./rules";

type Tx = Prisma.TransactionClient;

/** Time enough for a store under load; a look that takes longer is left to the next one. */
const TIMEOUT_MS = 20_000;

/** Raises an alert where none of the key is open: a unique index over the open ones keeps it single. */
async function raise({ key, message }: Problem, now: Date, tx: Tx): Promise<void> {
  const raised = await tx.$executeRaw`
    INSERT INTO pipeline_alerts (key, message, raised_at) VALUES (${key}, ${message}, ${now})
    ON CONFLICT (key) WHERE recovered_at IS NULL DO NOTHING`;
  if (raised > 0) log.warn({ key, problem: message }, "alert.raised");
}

/**
 * Looks at everything once and writes down what has gone wrong and what is over. Of two who look at the same time one
 * does: an older look must not raise again what a newer one saw recovered.
 */
export async function recordAlerts(now: Date, options: { needsWorker: boolean }, db: PrismaClient): Promise<void> {
  const look = async (tx: Tx) => {
    const rows = await tx.$queryRaw<{ isFirst: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended('pipeline_alerts.look', 0)) AS "isFirst"`;
    if (!rows[0]?.isFirst) return;
    const facts = await readFacts(now, options, tx);
    for (const problem of findProblems(facts)) await raise(problem, now, tx);
    const open = await tx.pipelineAlert.findMany({ where: { recoveredAt: null } });
    for (const alert of open.filter((candidate) => isOver(candidate, facts))) {
      await tx.pipelineAlert.update({ where: { id: alert.id }, data: { recoveredAt: now } });
      log.info({ key: alert.key }, "alert.recovered");
    }
  };
  await db.$transaction(look, { maxWait: TIMEOUT_MS, timeout: TIMEOUT_MS });
}
