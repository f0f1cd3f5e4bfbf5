import type { Prisma, PrismaClient } from "@/prisma/generated/client";
import { inTransaction } from "../db";
import { log } from "../log";
import type { ChargeOutcome } from "../payments/provider";
import { getPaymentProvider } from "../payments/registry";
import { fulfilWishes } from "./fulfil-wishes";
import { releaseKeys, sellKeys } from "./key-pool";

type Tx = Prisma.TransactionClient;
type PendingPayment = { id: string; orderId: string; provider: string; providerRef: string };

async function askProvider(payment: PendingPayment): Promise<ChargeOutcome> {
  try {
    return await getPaymentProvider(payment.provider).charge(payment.providerRef);
  } catch (error) {
    // Nobody knows whether money moved: the order waits until the provider says so.
    log.error({ err: error, orderId: payment.orderId, provider: payment.provider }, "payment.unknown");
    return { status: "pending" };
  }
}

/** Writes the entitlements; a game that was revoked once, such as after a refund, is granted again. */
async function grantGames(tx: Tx, orderId: string, userId: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    insert into entitlements (user_id, game_id, order_item_id, source, granted_at)
    select ${userId}::uuid, item.game_id, item.id, 'purchase', ${now}
    from order_items item where item.order_id = ${orderId}::uuid
    on conflict (user_id, game_id) do update
      set order_item_id = excluded.order_item_id, source = excluded.source,
          granted_at = excluded.granted_at, revoked_at = null
      where entitlements.revoked_at is not null`;
}

async function markPaid(tx: Tx, payment: PendingPayment, userId: string, now: Date): Promise<void> {
  const { id: paymentId, orderId } = payment;
  await tx.payment.update({ where: { id: paymentId }, data: { status: "succeeded" } });
  await tx.order.update({ where: { id: orderId }, data: { status: "paid", paidAt: now } });
  await grantGames(tx, orderId, userId, now);
  await sellKeys(tx, orderId, now);
  await tx.cartItem.deleteMany({ where: { cart: { userId }, game: { orderItems: { some: { orderId } } } } });
  await fulfilWishes(tx, orderId, userId, now);
  await tx.auditLog.create({ data: { actorId: userId, action: "order.paid", entity: "order", entityId: orderId } });
}

async function markFailed(tx: Tx, payment: PendingPayment, userId: string, failureCode: string): Promise<void> {
  const { id: paymentId, orderId } = payment;
  await tx.payment.update({ where: { id: paymentId }, data: { status: "failed", failureCode } });
  await tx.order.update({ where: { id: orderId }, data: { status: "failed" } });
  await releaseKeys(tx, orderId);
  const data = { failureCode };
  await tx.auditLog.create({
    data: { actorId: userId, action: "order.failed", entity: "order", entityId: orderId, data },
  });
}

/** Whoever gets the order's row first settles it; the others find it settled. */
async function applyOutcome(db: PrismaClient, payment: PendingPayment, outcome: ChargeOutcome): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const [order] = await tx.$queryRaw<{ userId: string }[]>`
      select user_id as "userId" from orders
      where id = ${payment.orderId}::uuid and status = 'pending' for update`;
    if (!order || outcome.status === "pending") return false;
    if (outcome.status === "declined") await markFailed(tx, payment, order.userId, outcome.failureCode);
    else await markPaid(tx, payment, order.userId, new Date());
    return true;
  });
}

/**
 * Asks the provider how the order's charge stands and writes what follows from it, in one transaction: paid, keys
 * and games handed over, games out of the cart and off the wishlist; or failed. Does nothing to an order that is
 * settled. Safe at any time and from any number of processes, so that it also finishes what a killed one left.
 */
export async function settleOrder(orderId: string, db: PrismaClient): Promise<void> {
  const payment = await db.payment.findFirst({ where: { orderId, status: "pending", order: { status: "pending" } } });
  if (!payment) return;
  const outcome = await askProvider(payment);
  if (outcome.status === "pending") return;
  const isNew = await applyOutcome(db, payment, outcome);
  if (isNew) log.info({ orderId }, outcome.status === "succeeded" ? "order.paid" : "order.failed");
}

/** Settles the pending orders of one buyer, or of all; answers with how many are pending still. */
export async function settlePendingOrders(db: PrismaClient, filter: { userId?: string } = {}): Promise<number> {
  const where: Prisma.OrderWhereInput = { ...filter, status: "pending" };
  const pending = await db.order.findMany({ where, select: { id: true }, orderBy: { placedAt: "asc" }, take: 500 });
  for (const { id } of pending) await settleOrder(id, db);
  return db.order.count({ where });
}
