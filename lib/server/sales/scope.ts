import { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import type { Db } from "../db";
import { AppError } from "../errors";

/** Which games a reader may see: all of the store's, or those of the publishers that a user is a member of. */
export type Scope = { kind: "store" } | { kind: "member"; userId: string };

/** The scope of staff; for anybody else there is nothing there. */
export function storeScope(actor: Actor): Scope {
  if (actor.role !== "staff" && actor.role !== "admin") throw new AppError("not_found", "There is nothing here");
  return { kind: "store" };
}

/**
 * The scope of a publisher's people, whatever their role otherwise. Who is neither a member anywhere nor a publisher
 * finds nothing there.
 */
export async function memberScope(actor: Actor, db: Db): Promise<Scope> {
  const isMember = (await db.publisherMember.findFirst({ where: { userId: actor.userId } })) !== null;
  if (!isMember && actor.role !== "publisher") throw new AppError("not_found", "There is nothing here");
  return { kind: "member", userId: actor.userId };
}

/** The scope as a condition on `games g`. */
export function toScopeSql(scope: Scope): Prisma.Sql {
  if (scope.kind === "store") return Prisma.sql`TRUE`;
  return Prisma.sql`EXISTS (
    SELECT 1 FROM publisher_members m WHERE m.publisher_id = g.publisher_id AND m.user_id = ${scope.userId}::uuid)`;
}

/** The scope as a condition of Prisma's. */
export function toScopeWhere(scope: Scope): Prisma.GameWhereInput {
  return scope.kind === "store" ? {} : { publisher: { members: { some: { userId: scope.userId } } } };
}
