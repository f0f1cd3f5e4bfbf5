import { sayUnavailable } from "@/lib/shared/cart";
import type { Prisma } from "@/prisma/generated/client";
import { AppError } from "../errors";

type Tx = Prisma.TransactionClient;

/**
 * Takes one key for each game of the order that is sold with keys, before anything is charged. Buyers at the same
 * time skip each other's keys, so that none waits and none is sold twice.
 */
export async function reserveKeys(tx: Tx, orderId: string): Promise<void> {
  await tx.$executeRaw`
    update licence_keys set status = 'sold', order_item_id = picked.item_id
    from (
      select item.id as item_id, free_key.id as key_id
      from order_items item join games game on game.id = item.game_id and game.is_sold_by_key
      cross join lateral (
        select id from licence_keys
        where game_id = item.game_id and status = 'available'
        order by id limit 1 for update skip locked
      ) free_key
      where item.order_id = ${orderId}::uuid
    ) picked
    where licence_keys.id = picked.key_id`;
  const missing = await tx.$queryRaw<{ title: string }[]>`
    select game.title from order_items item join games game on game.id = item.game_id
    where item.order_id = ${orderId}::uuid
      and game.is_sold_by_key
      and not exists (select from licence_keys taken where taken.order_item_id = item.id)
    order by item.id limit 1`;
  if (missing[0])
    throw new AppError("conflict", sayUnavailable("sold_out", missing[0].title), { fields: { reason: "sold_out" } });
}

/** Hands the buyer the keys that were reserved. */
export async function sellKeys(tx: Tx, orderId: string, now: Date): Promise<void> {
  await tx.licenceKey.updateMany({ where: { orderItem: { orderId } }, data: { soldAt: now } });
}

/** Puts the reserved keys back: nobody has seen them, since the order was never paid. */
export async function releaseKeys(tx: Tx, orderId: string): Promise<void> {
  const data = { status: "available", orderItemId: null, soldAt: null } as const;
  await tx.licenceKey.updateMany({ where: { orderItem: { orderId } }, data });
}
