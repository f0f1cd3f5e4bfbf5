import { getTranslations } from "next-intl/server";
import { Link } from "@/app/_i18n/navigation";
import { isOutboxOpen } from "@/lib/server/mail/queries";

/** Says where the demo's mail is read; nothing where mail is delivered. */
export async function OutboxHint() {
  if (!isOutboxOpen()) return null;
  const t = await getTranslations("auth.outbox");
  return (
    <p className="text-muted text-sm">
      {t.rich("link", {
        link: (words) => (
          <Link href="/outbox" className="font-semibold text-accent underline underline-offset-3">
            {words}
          </Link>
        ),
      })}
    </p>
  );
}
