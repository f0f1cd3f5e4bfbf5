"use client";

import { useDeskPage } from "@/app/_components/reviews/use-desk-page";
import type { PublisherReview } from "@/lib/shared/review-desk";
import { PublisherReviewCard } from "./publisher-review-card";

/** Reviews of a publisher's games, each with its reply or the way to write one. */
export function PublisherReviewList({ items }: { items: readonly PublisherReview[] }) {
  useDeskPage(items);
  return (
    <ul className="grid gap-4">
      {items.map((review) => (
        <li key={review.id}>
          <PublisherReviewCard review={review} />
        </li>
      ))}
    </ul>
  );
}
