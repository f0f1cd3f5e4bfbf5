import { z } from "zod";
import type { Page } from "@/lib/shared/page";
import {
  type ModeratedReview,
  type ModerationQuery,
  type ModerationQueue,
  QUEUE_COUNT_CAP,
  type QueueSizes,
} from "@/lib/shared/review-desk";
import { parseReason } from "@/lib/shared/review-moderation";
import { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import { decodeCursor, encodeCursor } from "../sales/cursor";
import { momentKeySchema } from "./review-page";
import { reviewSelect, toReview } from "./review-rows";

type QueueRow = { id: string; at: Date };

/** Each queue as a list of ids with the moment that orders it: who waits longest comes first, what was hidden last. */
const rowsOf: Record<ModerationQueue, Prisma.Sql> = {
  held: Prisma.sql`SELECT id, created_at AS at FROM reviews WHERE status = 'held'`,
  hidden: Prisma.sql`SELECT id, created_at AS at FROM reviews WHERE status = 'hidden'`,
  reported: Prisma.sql`
    SELECT r.id, min(report.created_at) AS at
    FROM review_reports report JOIN reviews r ON r.id = report.review_id AND r.status = 'visible'
    WHERE report.resolved_at IS NULL
    GROUP BY r.id`,
};

function selectRows(db: Db, { queue, cursor, limit }: ModerationQuery): Promise<QueueRow[]> {
  const after = cursor === undefined ? null : decodeCursor(cursor, { sort: queue, key: momentKeySchema, id: z.uuid() });
  const isNewestFirst = queue === "hidden";
  const sign = isNewestFirst ? Prisma.sql`<` : Prisma.sql`>`;
  const order = isNewestFirst ? Prisma.sql`at DESC, id DESC` : Prisma.sql`at, id`;
  const condition = after ? Prisma.sql`(at, id) ${sign} (${new Date(after.key)}, ${after.id}::uuid)` : Prisma.sql`TRUE`;
  return db.$queryRaw`
    SELECT id, at FROM (${rowsOf[queue]}) waiting WHERE ${condition} ORDER BY ${order} LIMIT ${limit + 1}`;
}

const moderatedSelect = {
  ...reviewSelect(null),
  status: true,
  statusReason: true,
  game: { select: { slug: true, title: true } },
  reports: {
    where: { resolvedAt: null },
    orderBy: { createdAt: "desc" },
    select: { id: true, reason: true, detail: true, createdAt: true, user: { select: { name: true } } },
  },
  _count: { select: { revisions: true } },
} satisfies Prisma.ReviewSelect;

type ModeratedRow = Prisma.ReviewGetPayload<{ select: typeof moderatedSelect }>;

function toModerated({ status, statusReason, game, reports, _count, ...row }: ModeratedRow): ModeratedReview {
  return {
    ...toReview({ ...row, reports: [] }),
    status,
    reason: parseReason(statusReason),
    game,
    reports: reports.map(({ user, createdAt, ...report }) => ({
      ...report,
      reporter: user.name,
      createdAt: createdAt.toISOString(),
    })),
    revisionCount: _count.revisions,
  };
}

/** One page of a queue, as staff work through it. */
export async function selectModerationQueue(db: Db, query: ModerationQuery): Promise<Page<ModeratedReview>> {
  const rows = await selectRows(db, query);
  const page = rows.slice(0, query.limit);
  const found = await db.review.findMany({ where: { id: { in: page.map(({ id }) => id) } }, select: moderatedSelect });
  const byId = new Map(found.map((row) => [row.id, toModerated(row)]));
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: page.flatMap(({ id }) => byId.get(id) ?? []),
    nextCursor: last ? encodeCursor({ sort: query.queue, key: last.at.getTime(), id: last.id }) : null,
  };
}

/** How many reviews each queue has, up to a hundred. */
export async function selectQueueSizes(db: Db): Promise<QueueSizes> {
  const count = (queue: ModerationQueue) =>
    Prisma.sql`(SELECT count(*)::int FROM (SELECT FROM (${rowsOf[queue]}) waiting LIMIT ${QUEUE_COUNT_CAP}) capped)`;
  const [sizes] = await db.$queryRaw<QueueSizes[]>`
    SELECT ${count("held")} AS held, ${count("reported")} AS reported, ${count("hidden")} AS hidden`;
  return sizes ?? { held: 0, reported: 0, hidden: 0 };
}
