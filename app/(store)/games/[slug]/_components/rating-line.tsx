import type { Rating } from "@/lib/shared/catalogue";
import { Stars } from "./stars";

const goodWords = new Set(["Somewhat Positive", "Very Positive", "Overwhelmingly Positive"]);
const badWords = new Set(["Negative", "Mostly Negative"]);

function toneOf(summary: string): string {
  if (goodWords.has(summary)) return "text-success";
  return badWords.has(summary) ? "text-danger" : "text-warning";
}

/** What the reviews say in one line. */
export function RatingLine({ rating }: { rating: Rating }) {
  if (!rating.summary) return <p className="text-muted text-sm">No reviews yet</p>;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      {rating.average !== null && <Stars value={rating.average} />}
      <span className={`font-semibold ${toneOf(rating.summary)}`}>{rating.summary}</span>
      <span className="text-muted">
        {rating.positivePercent}% of {rating.count.toLocaleString("en-US")} {rating.count === 1 ? "review" : "reviews"}{" "}
        positive
      </span>
    </p>
  );
}
