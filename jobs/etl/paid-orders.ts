import { Prisma } from "@/prisma/generated/client";

/** Holds for an order `o` that was paid, on the day of its payment; a refund later does not undo the demand. */
export const isPaid = Prisma.sql`o.status IN ('paid', 'partially_refunded', 'refunded')`;
