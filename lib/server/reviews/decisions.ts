import { z } from "zod";
import { type DecidedReview, type DecideReviewInput, type Decision, standingSchema } from "@/lib/shared/review-desk";
import { formatReason, parseReason } from "@/lib/shared/review-moderation";
import { say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import { type Db, inTransaction } from "../db";
import { AppError } from "../errors";
import { queueForGame, refreshGameCounters } from "./game-counters";
import { type Standing, VISIBLE } from "./rules";

type Tx = Prisma.TransactionClient;
type Staff = Pick<Actor, "userId">;

/** From where each decision leads: any other state means that somebody else was quicker. */
const DECIDABLE: Record<Decision, readonly Standing["status"][]> = {
  approve: ["held", "hidden"],
  keep: ["visible"],
  hide: ["visible", "held"],
};

const ACTIONS = { approve: "review.approved", keep: "review.kept", hide: "review.hidden" } as const;

const ENTITY = "review";

/** What the audit log keeps of a decision: all that it takes to undo it. */
const decisionSchema = z.object({
  decision: z.enum(["approve", "keep", "hide"]),
  from: standingSchema,
  to: standingSchema,
  reportIds: z.array(z.uuid()),
});

type DecisionRecord = z.infer<typeof decisionSchema>;

const stale = () => new AppError("conflict", say("errors.decisionStale"), { fields: { reason: "stale" } });

async function lockReview(tx: Tx, reviewId: string) {
  const place = await tx.review.findUnique({ where: { id: reviewId }, select: { gameId: true } });
  if (place) await queueForGame(tx, place.gameId);
  const row = await tx.review.findUnique({
    where: { id: reviewId },
    select: { gameId: true, status: true, statusReason: true, user: { select: { name: true } } },
  });
  if (!row) throw new AppError("not_found", say("errors.noSuchReview"));
  const standing: Standing = { status: row.status, reason: parseReason(row.statusReason) };
  return { gameId: row.gameId, author: row.user.name, standing };
}

/** Its writer's version stays: nobody edited the review. */
async function writeStanding(tx: Tx, reviewId: string, gameId: string, { status, reason }: Standing): Promise<void> {
  await tx.$executeRaw`
    UPDATE reviews SET status = ${status}::review_status, status_reason = ${formatReason(reason)}
    WHERE id = ${reviewId}::uuid`;
  await refreshGameCounters(tx, gameId);
}

async function resolveReports(tx: Tx, reviewId: string): Promise<string[]> {
  const open = await tx.reviewReport.findMany({ where: { reviewId, resolvedAt: null }, select: { id: true } });
  const ids = open.map(({ id }) => id);
  await tx.reviewReport.updateMany({ where: { id: { in: ids } }, data: { resolvedAt: new Date() } });
  return ids;
}

async function writeDown(tx: Tx, staff: Staff, reviewId: string, action: string, data: object): Promise<bigint> {
  const entry = { actorId: staff.userId, action, entity: ENTITY, entityId: reviewId, data };
  return (await tx.auditLog.create({ data: entry, select: { id: true } })).id;
}

/**
 * Decides about a review, and about every open report of it; written down with who did it. `conflict` where its state is
 * not one that the decision is about: somebody else was quicker.
 */
export function decideReview(staff: Staff, reviewId: string, input: DecideReviewInput, db: Db): Promise<DecidedReview> {
  return inTransaction(db, async (tx) => {
    const { decision } = input;
    const { gameId, author, standing: from } = await lockReview(tx, reviewId);
    if (!DECIDABLE[decision].includes(from.status)) throw stale();
    const to: Standing =
      input.decision === "hide" ? { status: "hidden", reason: { by: "staff", text: input.reason } } : VISIBLE;
    const reportIds = await resolveReports(tx, reviewId);
    await writeStanding(tx, reviewId, gameId, to);
    const record: DecisionRecord = { decision, from, to, reportIds };
    const decisionId = await writeDown(tx, staff, reviewId, ACTIONS[decision], record);
    return { id: reviewId, author, decision, decisionId: String(decisionId), ...to };
  });
}

async function getRecord(tx: Tx, reviewId: string, decisionId: string): Promise<DecisionRecord> {
  const where = { id: BigInt(decisionId), entity: ENTITY, entityId: reviewId, action: { in: Object.values(ACTIONS) } };
  const entry = await tx.auditLog.findFirst({ where, select: { data: true } });
  if (!entry) throw new AppError("not_found", say("errors.nothingHere"));
  return decisionSchema.parse(entry.data);
}

const isSame = (one: Standing, other: Standing) =>
  one.status === other.status && formatReason(one.reason) === formatReason(other.reason);

/** Takes a decision back, reports and all; `conflict` where the review stands elsewhere by now. */
export function undoDecision(staff: Staff, reviewId: string, decisionId: string, db: Db): Promise<DecidedReview> {
  return inTransaction(db, async (tx) => {
    const { gameId, author, standing } = await lockReview(tx, reviewId);
    const { decision, from, to, reportIds } = await getRecord(tx, reviewId, decisionId);
    const isLast = (await findLastDecision(tx, reviewId)) === decisionId;
    if (!isLast || !isSame(standing, to)) throw stale();
    await tx.reviewReport.updateMany({ where: { id: { in: reportIds }, reviewId }, data: { resolvedAt: null } });
    await writeStanding(tx, reviewId, gameId, from);
    await writeDown(tx, staff, reviewId, "review.decision_undone", { decisionId });
    return { id: reviewId, author, decision, decisionId, ...from };
  });
}

async function findLastDecision(tx: Tx, reviewId: string): Promise<string | null> {
  const where = { entity: ENTITY, entityId: reviewId };
  const last = await tx.auditLog.findFirst({ where, orderBy: { id: "desc" }, select: { id: true } });
  return last ? String(last.id) : null;
}
