import type { Actor } from "@/lib/server/auth/actor";
import { requireActorPage } from "@/lib/server/auth/page-guards";

/** Asked by every page: a layout is not rendered again when only its page changes. */
export function requireStaff(): Promise<Actor> {
  return requireActorPage(["staff", "admin"]);
}
