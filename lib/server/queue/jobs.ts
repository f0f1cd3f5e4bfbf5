import type { FlowJob, JobAttempt, PgBoss } from "pg-boss";
import { z } from "zod";
import { type Pipeline, pipelineSchema } from "@/lib/shared/pipelines";
import type { Prisma } from "@/prisma/generated/client";
import { log } from "../log";
import { CLAIM_SECONDS, DEAD_QUEUE, queueOf } from "./boss";
import { toQueueDb } from "./database";

const workSchema = z.union([
  z.object({
    taskId: z
      .string()
      .regex(/^\d{1,18}$/)
      .transform(BigInt),
  }),
  z.object({ due: pipelineSchema }),
]);

/** A task's job as this process holds it; `attempt` names the claim, so that nobody else's is ever settled. */
export type ClaimedJob = { queue: string; attempt: JobAttempt } & ({ taskId: bigint } | { due: Pipeline });

/** A task to be sent: `after` are the ids of those among the sent ones that it waits for. */
export type TaskJob = { taskId: bigint; jobId: string; timeoutSeconds: number; after: readonly bigint[] };

type Tx = Prisma.TransactionClient;

/** Another process holds the job by now: nothing of this one's work on it may count. */
export class ClaimLost extends Error {
  override readonly name = "ClaimLost";

  constructor() {
    super("the task was taken over by another process");
  }
}

/** How many jobs a call dealt with; pg-boss's types do not say that it tells. */
const answerSchema = z.object({ affected: z.number() });

function assertHeld(answer: unknown): void {
  if (answerSchema.parse(answer).affected === 0) throw new ClaimLost();
}

/** Sends a run's tasks with what each waits for; they are there exactly when the transaction commits. */
export async function sendTasks(boss: PgBoss, pipeline: Pipeline, jobs: readonly TaskJob[], tx: Tx): Promise<void> {
  const flow = jobs.map(
    ({ taskId, jobId, timeoutSeconds, after }): FlowJob => ({
      ref: String(taskId),
      name: queueOf(pipeline),
      data: { taskId: String(taskId) },
      // The task ends itself first; the queue's own limit is for a process that cannot.
      options: { id: jobId, expireInSeconds: timeoutSeconds + 2 * CLAIM_SECONDS },
      dependsOn: after.map(String),
    }),
  );
  const db = toQueueDb(tx);
  const [only, ...others] = flow;
  // A flow must have two jobs at least; the last task of a run that is done again stands alone.
  if (only && others.length === 0) await boss.send(only.name, only.data, { ...only.options, db });
  else await boss.flow(flow, { db });
}

/** Takes the next job of the first queue that has one; null where all are empty. */
export async function fetchJob(boss: PgBoss, queues: readonly string[]): Promise<ClaimedJob | null> {
  for (const queue of queues) {
    const [job] = await boss.fetch<unknown>(queue);
    if (!job) continue;
    const claim = { queue, attempt: { id: job.id, retryCount: job.retryCount } };
    const work = workSchema.safeParse(job.data);
    if (work.success) return { ...claim, ...work.data };
    // Nobody will ever make anything of it: it waits for an operator instead of coming back for ever.
    await boss.send(DEAD_QUEUE, { queue, data: job.data });
    await boss.complete(queue, claim.attempt);
    log.error({ queue, jobId: job.id }, "queue.job_unreadable");
  }
  return null;
}

/** Says that the job is still worked on. Throws {@link ClaimLost} where it is another's. */
export async function touchJob(boss: PgBoss, { queue, attempt }: ClaimedJob, tx?: Tx): Promise<void> {
  assertHeld(await boss.touch(queue, attempt, tx ? { db: toQueueDb(tx) } : undefined));
}

/** Ends the job for good. Throws {@link ClaimLost} where it is another's: the transaction must not commit. */
export async function completeJob(boss: PgBoss, { queue, attempt }: ClaimedJob, tx: Tx): Promise<void> {
  assertHeld(await boss.complete(queue, attempt, null, { db: toQueueDb(tx) }));
}

/** Gives the job back to the queue, for now or for later; returns when it may be taken again. */
export async function releaseJob(
  boss: PgBoss,
  { queue, attempt }: ClaimedJob,
  when: "now" | "later",
  tx: Tx,
): Promise<Date> {
  const db = toQueueDb(tx);
  assertHeld(await boss.fail(queue, attempt, { released: when }, { db }));
  if (when === "now") await hurryJob(boss, queue, attempt.id, tx);
  const job = await boss.getJobById(queue, attempt.id, { db });
  return job?.startAfter ?? new Date();
}

/** Whether one of the jobs is still to be done or under way. */
export async function isAnyAlive(boss: PgBoss, queue: string, ids: readonly string[], tx: Tx): Promise<boolean> {
  for (const id of ids) {
    const job = await boss.getJobById(queue, id, { db: toQueueDb(tx) });
    if (job && ["created", "retry", "active"].includes(job.state)) return true;
  }
  return false;
}

/** Lets a job that waits for its next attempt begin now. */
export async function hurryJob(boss: PgBoss, queue: string, id: string, tx: Tx): Promise<void> {
  await boss.update(queue, undefined, { id, startAfter: new Date(), db: toQueueDb(tx) });
}
