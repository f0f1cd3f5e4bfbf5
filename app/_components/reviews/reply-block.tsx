import { CornerDownRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormats } from "@/app/_i18n/use-formats";
import type { ReviewReply } from "@/lib/shared/reviews";
import { ReviewText } from "./review-text";

/** The publisher's answer under a review. */
export function ReplyBlock({ reply, children }: { reply: ReviewReply; children?: ReactNode }) {
  const t = useTranslations("reviews.reply");
  const { day } = useFormats();
  const { publisher, body, createdAt, updatedAt } = reply;
  return (
    <section className="grid gap-2 rounded-lg border-primary border-s-2 bg-raised/60 px-4 py-3 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <CornerDownRight aria-hidden className="size-4 text-primary" />
        <strong className="font-semibold">{t.rich("from", { publisher, b: (chunks) => <bdi>{chunks}</bdi> })}</strong>
        <time dateTime={createdAt} className="text-muted">
          {day(createdAt.slice(0, 10))}
        </time>
        {updatedAt !== createdAt && (
          <span className="text-muted">({t("edited", { day: day(updatedAt.slice(0, 10)) })})</span>
        )}
      </p>
      <ReviewText body={body} />
      {children}
    </section>
  );
}
