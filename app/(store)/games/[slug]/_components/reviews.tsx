import { MessageSquareText, ThumbsDown, ThumbsUp } from "lucide-react";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { GameDetail, GameReview } from "@/lib/shared/catalogue";
import { formatDay } from "@/lib/shared/day-text";
import { RatingLine } from "./rating-line";
import { Stars } from "./stars";

function StarBars({ bars }: { bars: GameDetail["reviewsByStars"] }) {
  const total = bars.reduce((sum, bar) => sum + bar.count, 0);
  return (
    <ul aria-label="Reviews by stars" className="grid gap-2">
      {bars.map(({ stars, count }) => {
        const percent = total > 0 ? Math.round((count * 100) / total) : 0;
        return (
          <li key={stars} className="grid grid-cols-[3.5rem_1fr_3rem] items-center gap-3 text-sm tabular-nums">
            <span className="text-muted">
              {stars} {stars === 1 ? "star" : "stars"}
            </span>
            <span aria-hidden className="h-2 overflow-hidden rounded-full bg-raised">
              <span className="block h-full rounded-full bg-warning" style={{ width: `${percent}%` }} />
            </span>
            <span className="text-right text-muted">{percent}%</span>
          </li>
        );
      })}
    </ul>
  );
}

function Review({ review }: { review: GameReview }) {
  return (
    <article className="flex h-full flex-col gap-3 rounded-card border border-line bg-surface p-5">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
        <h3 className="font-semibold text-sm">{review.author}</h3>
        <Stars value={review.stars} />
      </header>
      <p className="grow whitespace-pre-line text-pretty text-sm leading-relaxed">{review.body}</p>
      <footer className="flex items-center gap-2 text-muted text-xs">
        {review.isRecommended ? (
          <ThumbsUp aria-hidden className="size-3.5 text-success" />
        ) : (
          <ThumbsDown aria-hidden className="size-3.5 text-danger" />
        )}
        {review.isRecommended ? "Recommended" : "Not recommended"}
        <span aria-hidden>·</span>
        <time dateTime={review.createdAt}>{formatDay(review.createdAt.slice(0, 10))}</time>
      </footer>
    </article>
  );
}

type ReviewsProps = Pick<GameDetail, "rating" | "reviewsByStars" | "latestReviews">;

/** What players say: in words, by stars, and the latest in full. */
export function Reviews({ rating, reviewsByStars, latestReviews }: ReviewsProps) {
  if (rating.count === 0) {
    return (
      <EmptyState
        icon={<MessageSquareText />}
        title="No reviews yet"
        text="Reviews are written by players who have the game in their library."
      />
    );
  }
  const hasStars = reviewsByStars.some((bar) => bar.count > 0);
  return (
    <div className="grid gap-6">
      <div className="grid gap-6 rounded-card border border-line bg-surface p-5 sm:grid-cols-[auto_1fr] sm:items-center sm:gap-10 sm:p-6">
        <div className="grid gap-2">
          {rating.average !== null && (
            <p className="font-bold font-display text-5xl tabular-nums">
              {rating.average.toFixed(1)}
              <span className="font-medium font-sans text-base text-muted"> of 5</span>
            </p>
          )}
          <RatingLine rating={rating} />
        </div>
        {hasStars && <StarBars bars={reviewsByStars} />}
      </div>
      <ul className="grid gap-4 md:grid-cols-2">
        {latestReviews.map((review) => (
          <li key={review.id}>
            <Review review={review} />
          </li>
        ))}
      </ul>
    </div>
  );
}
