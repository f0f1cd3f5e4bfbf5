-- DropIndex
DROP INDEX "wishlist_items_game_id_idx";

-- AlterTable
ALTER TABLE "wishlist_items" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "wishlist_items_game_id_added_at_idx" ON "wishlist_items"("game_id", "added_at");

-- A wish is withdrawn after it was made.
ALTER TABLE "wishlist_items" ADD CONSTRAINT "wishlist_items_span_check" CHECK (removed_at >= added_at);
