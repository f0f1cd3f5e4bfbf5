import { getTranslations } from "next-intl/server";
import type { OutboxMail } from "@/lib/server/mail/queries";

/**
 * The mail's HTML for a frame of ours. The frame inherits the page's content policy, so that its style sheet needs the
 * page's nonce; its links open in the page, which is what a click on a link of a mail does.
 */
function toFrame(html: string, nonce: string): string {
  return html.replace("<style>", `<base target="_top"><style nonce="${nonce}">`);
}

/** A mail as its reader would see it: in a frame that runs nothing and is of no origin, and as plain text. */
export async function MailView({ mail, nonce }: { mail: OutboxMail; nonce: string }) {
  const t = await getTranslations("auth.outbox");
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <header className="grid gap-1">
        <h2 lang={mail.locale} className="font-semibold text-xl">
          {mail.subject}
        </h2>
        <p className="break-words text-muted text-sm">{t("to", { email: mail.toEmail })}</p>
      </header>
      <iframe
        title={t("frame", { subject: mail.subject })}
        sandbox="allow-top-navigation-by-user-activation"
        referrerPolicy="no-referrer"
        srcDoc={toFrame(mail.html, nonce)}
        className="h-[46rem] w-full rounded-card border border-line bg-white"
      />
      <details className="rounded-card border border-line bg-surface px-4 py-3">
        <summary className="font-medium">{t("plain")}</summary>
        <pre lang={mail.locale} className="mt-3 whitespace-pre-wrap break-words font-sans text-sm">
          {mail.text}
        </pre>
      </details>
    </article>
  );
}
