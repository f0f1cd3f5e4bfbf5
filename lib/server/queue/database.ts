import type { Db } from "pg-boss";
import type { Prisma } from "@/prisma/generated/client";

/** Makes the queue's statements part of a transaction of ours; pg-boss sends those without values several at once. */
export function toQueueDb(tx: Prisma.TransactionClient): Db {
  return {
    executeSql: async (text, values = []) => {
      if (values.length === 0) {
        await tx.$executeRawUnsafe(text);
        return { rows: [] };
      }
      return { rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values) };
    },
  };
}
