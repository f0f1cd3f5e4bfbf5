import type { Order, PlaceOrderInput } from "@/lib/shared/orders";
import { say } from "@/lib/shared/say";
import type { PrismaClient } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import { inTransaction } from "../db";
import { AppError } from "../errors";
import { getPaymentProvider } from "../payments/registry";
import { createPendingOrder, findOrderByKey, type OpenedPayment } from "./place";
import { getOrder } from "./queries";
import { settleOrder, settlePendingOrders } from "./settle";

type Buyer = Pick<Actor, "userId">;

async function openPayment(buyer: Buyer, input: PlaceOrderInput): Promise<OpenedPayment> {
  const isFree = input.expectedTotalCents === 0;
  const method = isFree ? { provider: "free", token: "free" } : input.payment;
  if (!method) {
    const fields = { payment: say("errors.choosePayment") };
    throw new AppError("invalid_input", say("errors.choosePayment"), { fields });
  }
  const providerRef = await getPaymentProvider(method.provider).open({
    idempotencyKey: `${buyer.userId}:${input.idempotencyKey}`,
    methodToken: method.token,
    amountCents: input.expectedTotalCents,
    currency: input.currency,
  });
  return { provider: method.provider, providerRef };
}

async function findOrCreate(buyer: Buyer, input: PlaceOrderInput, db: PrismaClient, now: Date): Promise<string> {
  const known = await findOrderByKey(db, buyer.userId, input);
  if (known) return known;
  // What an earlier checkout of theirs left unsettled decides whether a game is owned.
  await settlePendingOrders(db, { userId: buyer.userId });
  const opened = await openPayment(buyer, input);
  return inTransaction(db, (tx) => createPendingOrder(tx, buyer.userId, input, opened, now));
}

/**
 * Orders the games at the price shown. The same key makes one order, whatever is retried or sent at once; an order
 * whose charge is not confirmed yet comes back `pending` and is settled later.
 */
export async function placeOrder(
  buyer: Buyer,
  input: PlaceOrderInput,
  db: PrismaClient,
  now = new Date(),
): Promise<Order> {
  const orderId = await findOrCreate(buyer, input, db, now);
  await settleOrder(orderId, db);
  return getOrder(buyer, orderId, db);
}

/** One's own order, settled first where its charge was confirmed meanwhile. */
export async function refreshOrder(buyer: Buyer, orderId: string, db: PrismaClient): Promise<Order> {
  const order = await getOrder(buyer, orderId, db);
  if (order.status !== "pending") return order;
  await settleOrder(orderId, db);
  return getOrder(buyer, orderId, db);
}
