import type { PlaceOrderInput } from "@/lib/shared/orders";
import { say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import { listOffers } from "../cart/offers";
import { listOwnPrices } from "../catalogue/prices";
import { AppError } from "../errors";
import { reserveKeys } from "./key-pool";
import { computeRequestHash, type OrderLine, toOrderLines } from "./rules";

type Tx = Prisma.TransactionClient;

/** The payment that was opened for an order before it is written. */
export type OpenedPayment = { provider: string; providerRef: string };

/** The order that the buyer's key made, or null; a conflict where the key was used for something else. */
export async function findOrderByKey(
  db: Pick<Tx, "order">,
  userId: string,
  input: PlaceOrderInput,
): Promise<string | null> {
  const where = { userId_idempotencyKey: { userId, idempotencyKey: input.idempotencyKey } };
  const order = await db.order.findUnique({ where, select: { id: true, requestHash: true } });
  if (!order) return null;
  if (order.requestHash !== computeRequestHash(input)) {
    throw new AppError("conflict", say("errors.checkoutReused"), { fields: { reason: "key_reused" } });
  }
  return order.id;
}

/** A buyer's orders are placed one after the other: two tabs must not both find that a game is not owned yet. */
async function queueBuyer(tx: Tx, userId: string): Promise<void> {
  const users = await tx.$queryRaw<unknown[]>`select id from users where id = ${userId}::uuid for no key update`;
  if (users.length === 0) throw new AppError("unauthenticated", say("errors.signInFirst"));
}

async function refuseWhilePending(tx: Tx, userId: string, gameIds: string[]): Promise<void> {
  const pending = await tx.orderItem.findFirst({
    where: { gameId: { in: gameIds }, order: { userId, status: "pending" } },
    select: { orderId: true, game: { select: { title: true } } },
  });
  if (!pending) return;
  throw new AppError("conflict", say("errors.paidElsewhere", { title: pending.game.title }), {
    fields: { reason: "payment_pending", orderId: pending.orderId },
  });
}

async function writeOrder(
  tx: Tx,
  userId: string,
  input: PlaceOrderInput,
  lines: OrderLine[],
  opened: OpenedPayment,
): Promise<string> {
  const { currency, expectedTotalCents: totalCents, idempotencyKey } = input;
  const order = await tx.order.create({
    data: {
      userId,
      currency,
      totalCents,
      idempotencyKey,
      requestHash: computeRequestHash(input),
      items: { createMany: { data: lines } },
      payments: { create: { ...opened, amountCents: totalCents, currency } },
    },
    select: { id: true },
  });
  return order.id;
}

/**
 * Writes the order, its items at the price shown, its payment and the keys it takes, all pending: nothing is charged
 * before this is committed. Answers with the order that the same key made, where there is one.
 */
export async function createPendingOrder(
  tx: Tx,
  userId: string,
  input: PlaceOrderInput,
  opened: OpenedPayment,
  now: Date,
): Promise<string> {
  await queueBuyer(tx, userId);
  const known = await findOrderByKey(tx, userId, input);
  if (known) return known;
  await refuseWhilePending(tx, userId, input.gameIds);
  const offers = await listOffers(tx, input.gameIds, { userId, now, currency: input.currency });
  const lines = toOrderLines(input, offers, await listOwnPrices(tx, input.gameIds));
  const orderId = await writeOrder(tx, userId, input, lines, opened);
  await reserveKeys(tx, orderId);
  return orderId;
}
