-- AlterTable
ALTER TABLE "games" ADD COLUMN     "is_sold_by_key" BOOLEAN NOT NULL DEFAULT false;
