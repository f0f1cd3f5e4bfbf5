import { MAX_NOTE_LENGTH, MAX_WISHES } from "@/lib/shared/wishlist";
import type { Prisma } from "@/prisma/generated/client";
import { guestWishes, lockWishes, selectWishIds, userWishes } from "./wish-rows";

/**
 * Puts a guest's wishes behind the user's, in their order and with their notes, less what the user owns, and ends the
 * guest's list. A game that both wished for keeps the user's place and both notes; one that the user withdrew once is
 * wished for again.
 */
export async function mergeGuestWishes(tx: Prisma.TransactionClient, userId: string, tokenHash: string): Promise<void> {
  const [guest, user] = [guestWishes(tokenHash), userWishes(userId)];
  await lockWishes(tx, guest);
  await lockWishes(tx, user);
  const room = MAX_WISHES - (await selectWishIds(tx, user)).length;
  await tx.$executeRaw`
    INSERT INTO wishlist_items AS own (user_id, game_id, position, note, added_at)
    SELECT ${userId}::uuid, game_id, last.position + row_number() OVER (ORDER BY is_new, place), note, added_at
    FROM (
      SELECT g.game_id, g.note, g.added_at, is_new,
        row_number() OVER (PARTITION BY is_new ORDER BY g.position, g.added_at, g.game_id) AS place
      FROM guest_wishes g
      CROSS JOIN LATERAL (
        SELECT NOT EXISTS (
          SELECT FROM wishlist_items w WHERE w.user_id = ${userId}::uuid AND w.game_id = g.game_id AND w.removed_at IS NULL
        ) AS is_new
      ) known
      WHERE g.guest_token_hash = ${tokenHash} AND NOT EXISTS (
        SELECT FROM entitlements e WHERE e.user_id = ${userId}::uuid AND e.game_id = g.game_id AND e.revoked_at IS NULL
      )
    ) wish
    CROSS JOIN (
      SELECT coalesce(max(position), 0) AS position FROM wishlist_items WHERE ${user.mine}
    ) last
    WHERE NOT is_new OR place <= ${room}
    ON CONFLICT (user_id, game_id) DO UPDATE SET
      removed_at = NULL,
      position = CASE WHEN own.removed_at IS NULL THEN own.position ELSE excluded.position END,
      note = CASE
        WHEN excluded.note IN ('', own.note) THEN own.note
        WHEN own.note = '' THEN excluded.note
        ELSE left(own.note || E'\n' || excluded.note, ${MAX_NOTE_LENGTH})
      END,
      added_at = least(own.added_at, excluded.added_at)`;
  await tx.$executeRaw`DELETE FROM guest_wishes WHERE ${guest.mine}`;
}
