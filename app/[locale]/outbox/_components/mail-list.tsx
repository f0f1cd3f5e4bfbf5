import { clsx } from "clsx";
import { getFormatter, getLocale, getNow, getTranslations } from "next-intl/server";
import { getPathname } from "@/app/_i18n/navigation";
import type { OutboxItem } from "@/lib/server/mail/queries";

/** The mails, newest first. Their links load the page anew: only then are the styles of a mail allowed on it. */
export async function MailList({ mails, openId }: { mails: OutboxItem[]; openId: string | null }) {
  const [t, format, now, locale] = await Promise.all([
    getTranslations("auth.outbox"),
    getFormatter(),
    getNow(),
    getLocale(),
  ]);
  return (
    <nav aria-label={t("list")} className="lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto">
      <ul className="grid divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {mails.map(({ id, toEmail, subject, createdAt, locale: language }) => (
          <li key={id}>
            <a
              href={`${getPathname({ href: "/outbox", locale })}?mail=${id}`}
              aria-current={id === openId ? "page" : undefined}
              className={clsx(
                "grid gap-0.5 px-4 py-3 -outline-offset-2 transition-colors hover:bg-raised",
                id === openId && "bg-raised",
              )}
            >
              <span lang={language} className="font-medium">
                {subject}
              </span>
              <span className="flex justify-between gap-4 text-muted text-xs">
                <span className="min-w-0 truncate">{t("to", { email: toEmail })}</span>
                <time dateTime={createdAt.toISOString()} className="shrink-0">
                  {format.relativeTime(createdAt, now)}
                </time>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
