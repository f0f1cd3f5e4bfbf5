import { clsx } from "clsx";
import { ThumbsDown, ThumbsUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { useFormats } from "@/app/_i18n/use-formats";
import type { Review } from "@/lib/shared/reviews";
import { ReviewText } from "./review-text";
import { Stars } from "./stars";
import { useAuthorName } from "./use-author-name";

type FramedReview = Pick<Review, "author" | "isRecommended" | "stars" | "body" | "locale" | "createdAt">;

type ReviewFrameProps = {
  review: FramedReview;
  /** What the writer's name is among the page's headings. */
  heading?: "h2" | "h3";
  /** Stands beside the day on which it was written. */
  note?: ReactNode;
  /** Stands at the end of the first line. */
  aside?: ReactNode;
  className?: string;
  children?: ReactNode;
};

/** A review with its verdict, writer and text; what can be done with it goes below. */
export function ReviewFrame(props: ReviewFrameProps) {
  const { review, heading: Heading = "h3", note, aside, className, children } = props;
  const t = useTranslations("reviews");
  const { day } = useFormats();
  const id = useId();
  const { isRecommended, stars, createdAt } = review;
  const name = useAuthorName(review.author);
  const Thumb = isRecommended ? ThumbsUp : ThumbsDown;
  return (
    <article aria-labelledby={id} className={clsx("grid gap-3.5", className)}>
      <header className="flex items-start gap-3.5">
        <span
          aria-hidden
          className={clsx(
            "grid size-10 shrink-0 place-items-center rounded-lg",
            isRecommended ? "bg-success/12 text-success" : "bg-danger/12 text-danger",
          )}
        >
          <Thumb className="size-5" />
        </span>
        <div className="grid min-w-0 grow gap-0.5">
          <p className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5">
            <span className="font-semibold">{t(isRecommended ? "recommended" : "notRecommended")}</span>
            <Stars value={stars} className="text-sm" />
          </p>
          <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-muted text-sm">
            <Heading id={id} className="font-medium font-sans text-foreground tracking-normal">
              <bdi>{name}</bdi>
            </Heading>
            <span aria-hidden>·</span>
            <time dateTime={createdAt}>{day(createdAt.slice(0, 10))}</time>
            {note}
          </div>
        </div>
        {aside}
      </header>
      <ReviewText body={review.body} locale={review.locale} />
      {children}
    </article>
  );
}
