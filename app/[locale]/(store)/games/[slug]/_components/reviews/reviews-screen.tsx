"use client";

import type { OpenedReviews } from "@/lib/client/features/reviews/actions";
import { FilterBar } from "./filter-bar";
import { OpenedReviewsProvider } from "./opened-reviews";
import { OwnReviewPlace } from "./own-review-place";
import { ReviewList } from "./review-list";
import { SummaryPanel } from "./summary-panel";

type ReviewsScreenProps = { opened: OpenedReviews; readerId: string | null };

/** A game's reviews: the sums beside what each player wrote. */
export function ReviewsScreen({ opened, readerId }: ReviewsScreenProps) {
  return (
    <OpenedReviewsProvider opened={opened} readerId={readerId}>
      <div className="grid items-start gap-8 lg:grid-cols-[20rem_minmax(0,1fr)] lg:gap-12">
        <SummaryPanel />
        <div className="grid min-w-0 content-start gap-6">
          <OwnReviewPlace />
          <FilterBar />
          <ReviewList />
        </div>
      </div>
    </OpenedReviewsProvider>
  );
}
