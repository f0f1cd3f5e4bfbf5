import { createHash, timingSafeEqual } from "node:crypto";
import { say } from "@/lib/shared/say";
import type { Role } from "@/prisma/generated/enums";
import type { Actor } from "../auth/actor";
import { findActorOfRequest } from "../auth/queries";
import { getSecret } from "../env";
import { AppError } from "../errors";

/** Who may call: everybody, anybody signed in, some roles, or the scheduler with its secret. */
export type Access = "public" | "signed_in" | "cron" | readonly Role[];

/** The actor that a handler gets by its access. */
export type ActorOf<A extends Access> = A extends "public" ? Actor | null : A extends "cron" ? null : Actor;

/** Compares two texts in a time that does not tell where they differ. */
export function equalInConstantTime(left: string, right: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

function checkCron(request: Request): void {
  const given = request.headers.get("authorization") ?? "";
  if (!equalInConstantTime(given, `Bearer ${getSecret("CRON_SECRET")}`)) {
    throw new AppError("unauthenticated", "The scheduler's secret is missing or wrong");
  }
}

/** A browser says where a request comes from: one that another site's page sends with our cookies is refused. */
export function checkSameOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("origin");
  if (!origin) return;
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  if (!URL.canParse(origin) || new URL(origin).host !== host) {
    throw new AppError("forbidden", say("errors.otherSite"));
  }
}

/** Finds who asks and refuses those who may not. */
export async function authorise<A extends Access>(access: A, request: Request): Promise<ActorOf<A>> {
  if (access === "cron") {
    checkCron(request);
    return null as ActorOf<A>;
  }
  checkSameOrigin(request);
  const actor = await findActorOfRequest(request);
  if (access === "public") return actor as ActorOf<A>;
  if (!actor) throw new AppError("unauthenticated", say("errors.signInFirst"));
  if (Array.isArray(access) && !access.includes(actor.role)) {
    throw new AppError("not_found", say("errors.nothingHere"));
  }
  return actor as ActorOf<A>;
}
