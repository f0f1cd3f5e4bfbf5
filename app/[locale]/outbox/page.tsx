import { Inbox } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/app/_components/page-header";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { NONCE_HEADER } from "@/lib/server/http/security-headers";
import { findOutboxMail, isOutboxOpen, listOutbox } from "@/lib/server/mail/queries";
import { MailList } from "./_components/mail-list";
import { MailView } from "./_components/mail-view";

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations("auth.outbox"))("title");
  return { title, robots: { index: false }, referrer: "no-referrer" };
}

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The mail that the demo would send. */
export default async function OutboxPage({ searchParams }: { searchParams: SearchParams }) {
  if (!isOutboxOpen()) notFound();
  const t = await getTranslations("auth.outbox");
  const [mails, mail, sent] = await Promise.all([listOutbox(), findOutboxMail((await searchParams).mail), headers()]);
  return (
    <div className="container-page grid grid-cols-[minmax(0,1fr)] gap-8 py-10">
      <PageHeader title={t("title")} text={t("text")} />
      {mails.length === 0 ? (
        <EmptyState icon={<Inbox />} title={t("empty")} text={t("emptyText")} />
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[22rem_minmax(0,1fr)] lg:gap-8">
          <MailList mails={mails} openId={mail?.id ?? null} />
          {mail ? (
            <MailView mail={mail} nonce={sent.get(NONCE_HEADER) ?? ""} />
          ) : (
            <p className="rounded-card border border-line border-dashed px-6 py-16 text-center text-muted max-lg:hidden">
              {t("pick")}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
