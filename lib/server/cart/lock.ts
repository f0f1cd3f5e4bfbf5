import type { Prisma } from "@/prisma/generated/client";
import { hashGuestToken, type Shopper } from "../guests/shopper";

/** The shopper's cart, made where there is none, and locked until the transaction ends: writes to one cart queue here. */
export async function lockCart(tx: Prisma.TransactionClient, { userId, guestToken }: Shopper): Promise<string> {
  const rows = userId
    ? await tx.$queryRaw<{ id: string }[]>`
        insert into carts (user_id) values (${userId}::uuid)
        on conflict (user_id) do update set updated_at = now() returning id`
    : await tx.$queryRaw<{ id: string }[]>`
        insert into carts (guest_token_hash) values (${hashGuestToken(guestToken ?? "")})
        on conflict (guest_token_hash) do update set updated_at = now() returning id`;
  const id = rows[0]?.id;
  if (!id) throw new Error("The cart could not be locked");
  return id;
}
