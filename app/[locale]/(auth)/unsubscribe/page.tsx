import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { findUnsubscription } from "@/lib/server/account/queries";
import { LinkOver } from "../_components/link-over";
import { Unsubscribe } from "./unsubscribe";

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations("auth.unsubscribe"))("title");
  return { title, robots: { index: false }, referrer: "no-referrer" };
}

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Shows what the link in a mail ends, and a button that ends it. */
export default async function UnsubscribePage({ searchParams }: { searchParams: SearchParams }) {
  const { token } = await searchParams;
  const setting = findUnsubscription(token);
  if (!setting) return <LinkOver href="/account/notifications" />;
  return <Unsubscribe token={String(token)} setting={setting} />;
}
