import type { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";

type Page = { skip: number; take: number };

/** A part of what the shop holds on somebody: its name, and how its rows are read. */
export type ExportSection = { name: string; load(db: Db, userId: string, page: Page): Promise<object[]> };

const game = { select: { slug: true, title: true } } as const;

const orderSelect = {
  number: true,
  status: true,
  currency: true,
  totalCents: true,
  placedAt: true,
  paidAt: true,
  items: {
    select: {
      game,
      quantity: true,
      listPriceCents: true,
      discountPercent: true,
      bundlePercent: true,
      unitPriceCents: true,
      licenceKeys: { where: { status: "sold", soldAt: { not: null } }, select: { code: true } },
    },
  },
  payments: { select: { provider: true, status: true, amountCents: true, currency: true, createdAt: true } },
  refunds: { select: { amountCents: true, reason: true, status: true, createdAt: true } },
} satisfies Prisma.OrderSelect;

const reviewSelect = {
  game,
  isRecommended: true,
  stars: true,
  body: true,
  locale: true,
  createdAt: true,
  editedAt: true,
  status: true,
  statusReason: true,
  revisions: { select: { isRecommended: true, stars: true, body: true, writtenAt: true } },
} satisfies Prisma.ReviewSelect;

/** Of the account itself: neither the password nor anything else that lets one in. */
export const profileSelect = {
  id: true,
  name: true,
  email: true,
  role: true,
  emailVerifiedAt: true,
  image: true,
  locale: true,
  currency: true,
  confirmedAge: true,
  wantsPriceDrops: true,
  wantsReleases: true,
  wantsReplies: true,
  createdAt: true,
  updatedAt: true,
  twoFactor: { select: { enabledAt: true } },
  memberships: { select: { role: true, publisher: { select: { slug: true, name: true } } } },
} satisfies Prisma.UserSelect;

/** Every part but the account itself. */
export const EXPORT_SECTIONS: readonly ExportSection[] = [
  {
    name: "linkedAccounts",
    load: (db, userId, page) =>
      db.account.findMany({
        where: { userId },
        ...page,
        orderBy: { id: "asc" },
        select: { provider: true, providerAccountId: true, createdAt: true },
      }),
  },
  {
    name: "sessions",
    load: (db, userId, page) =>
      db.session.findMany({
        where: { userId },
        ...page,
        orderBy: { id: "asc" },
        select: { createdAt: true, lastSeenAt: true, expiresAt: true, revokedAt: true, ip: true, userAgent: true },
      }),
  },
  {
    name: "orders",
    load: (db, userId, page) =>
      db.order.findMany({ where: { userId }, ...page, orderBy: { number: "asc" }, select: orderSelect }),
  },
  {
    name: "library",
    load: (db, userId, page) =>
      db.entitlement.findMany({
        where: { userId },
        ...page,
        orderBy: { gameId: "asc" },
        select: { game, source: true, grantedAt: true, revokedAt: true },
      }),
  },
  {
    name: "collections",
    load: (db, userId, page) =>
      db.collection.findMany({
        where: { userId },
        ...page,
        orderBy: { id: "asc" },
        select: { name: true, createdAt: true, games: { select: { game, addedAt: true } } },
      }),
  },
  {
    name: "wishlist",
    load: (db, userId, page) =>
      db.wishlistItem.findMany({
        where: { userId },
        ...page,
        orderBy: { gameId: "asc" },
        select: { game, note: true, addedAt: true, removedAt: true },
      }),
  },
  {
    name: "cart",
    load: (db, userId, page) =>
      db.cartItem.findMany({
        where: { cart: { userId } },
        ...page,
        orderBy: { gameId: "asc" },
        select: { game, addedAt: true },
      }),
  },
  {
    name: "reviews",
    load: (db, userId, page) =>
      db.review.findMany({ where: { userId }, ...page, orderBy: { id: "asc" }, select: reviewSelect }),
  },
  {
    name: "reviewVotes",
    load: (db, userId, page) =>
      db.reviewVote.findMany({
        where: { userId },
        ...page,
        orderBy: { reviewId: "asc" },
        select: { reviewId: true, isHelpful: true, createdAt: true },
      }),
  },
  {
    name: "reviewReports",
    load: (db, userId, page) =>
      db.reviewReport.findMany({
        where: { userId },
        ...page,
        orderBy: { id: "asc" },
        select: { reviewId: true, reason: true, detail: true, createdAt: true, resolvedAt: true },
      }),
  },
  {
    name: "mails",
    load: (db, userId, page) =>
      db.mail.findMany({
        where: { userId },
        ...page,
        orderBy: { id: "asc" },
        select: { toEmail: true, kind: true, subject: true, status: true, createdAt: true, sentAt: true },
      }),
  },
  {
    name: "mailLinks",
    load: (db, userId, page) =>
      db.emailToken.findMany({
        where: { userId },
        ...page,
        orderBy: { id: "asc" },
        select: { kind: true, email: true, createdAt: true, expiresAt: true, usedAt: true },
      }),
  },
  {
    name: "activity",
    load: (db, userId, page) =>
      db.auditLog.findMany({
        where: { actorId: userId },
        ...page,
        orderBy: { id: "asc" },
        select: { at: true, action: true, entity: true, entityId: true, ip: true, data: true },
      }),
  },
  {
    name: "reviewReplies",
    load: (db, userId, page) =>
      db.reviewReply.findMany({
        where: { authorId: userId },
        ...page,
        orderBy: { reviewId: "asc" },
        select: { reviewId: true, body: true, createdAt: true, updatedAt: true },
      }),
  },
  {
    name: "wishNotices",
    load: (db, userId, page) =>
      db.wishNotice.findMany({
        where: { userId },
        ...page,
        orderBy: [{ gameId: "asc" }, { kind: "asc" }, { cause: "asc" }],
        select: { game, kind: true, cause: true, sentAt: true },
      }),
  },
];
