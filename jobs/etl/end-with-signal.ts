import type { Tx } from "@/jobs/pipelines/context";
import { log } from "@/lib/server/log";
import type { PrismaClient } from "@/prisma/generated/client";

/** How often the database is told again: between two statements it does not hear. */
const TELL_MS = 300;

/**
 * Runs long statements of a transaction so that they end when the signal is aborted: the database is told through
 * another connection, since this one waits for the statement.
 */
export async function endWithSignal<Result>(
  tx: Tx,
  { db, signal }: { db: PrismaClient; signal: AbortSignal },
  run: () => Promise<Result>,
): Promise<Result> {
  const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  let told: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    told = db.$queryRaw`SELECT pg_cancel_backend(${row?.pid}::int)`.catch((error: unknown) => {
      log.warn({ err: error }, "etl.statement_not_cancelled");
    });
  };
  const cancel = () => {
    tell();
    timer = setInterval(tell, TELL_MS);
  };
  signal.throwIfAborted();
  signal.addEventListener("abort", cancel, { once: true });
  try {
    const result = await run();
    signal.throwIfAborted();
    return result;
  } finally {
    signal.removeEventListener("abort", cancel);
    clearInterval(timer);
    // The connection is given back only when nothing more can be told to it.
    await told;
  }
}
