"use client";

import { useDeskPage } from "@/app/_components/reviews/use-desk-page";
import type { ModeratedReview } from "@/lib/shared/review-desk";
import { ModerationCard } from "./moderation-card";

/** A queue of reviews that staff decide about. */
export function ModerationList({ items }: { items: readonly ModeratedReview[] }) {
  useDeskPage(items);
  return (
    <ul className="grid gap-4">
      {items.map((review) => (
        <li key={review.id}>
          <ModerationCard review={review} />
        </li>
      ))}
    </ul>
  );
}
