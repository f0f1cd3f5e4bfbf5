import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { findEmailLink } from "@/lib/server/account/queries";
import { LinkOver } from "../_components/link-over";
import { ConfirmEmail } from "./confirm-email";

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations("auth.confirm"))("pageTitle");
  return { title, robots: { index: false }, referrer: "no-referrer" };
}

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Shows what the link does and a button: programs that look into mail open links, but press nothing. */
export default async function ConfirmEmailPage({ searchParams }: { searchParams: SearchParams }) {
  const { token } = await searchParams;
  const link = await findEmailLink(token, ["verify_email", "change_email"]);
  return (
    <ConfirmEmail
      token={String(token)}
      link={link && { isChange: link.kind === "change_email", email: link.email }}
      over={<LinkOver href="/account" />}
    />
  );
}
