import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { localizePath } from "@/lib/shared/locale";
import type { Role } from "@/prisma/generated/enums";
import { PATH_HEADER } from "../http/security-headers";
import type { Actor } from "./actor";
import { findActor } from "./queries";

/**
 * The actor of a page that is not for everybody: sends those who are signed out to the sign-in page, which brings them
 * back here, and answers 404 to those whose role may not know the page.
 */
export async function requireActorPage(roles?: readonly Role[]): Promise<Actor> {
  const actor = await findActor();
  if (!actor) {
    const path = (await headers()).get(PATH_HEADER) ?? "/";
    redirect(localizePath(`/sign-in?callbackUrl=${encodeURIComponent(path)}`, await getLocale()));
  }
  if (roles && !roles.includes(actor.role)) notFound();
  return actor;
}
