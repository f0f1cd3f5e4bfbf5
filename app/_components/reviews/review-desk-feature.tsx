"use client";

import type { ReactNode } from "react";
import { reviewDeskFeature } from "@/lib/client/features/review-desk/feature";
import { reviewsFeature } from "@/lib/client/features/reviews/feature";
import { FeatureGate } from "../feature-gate";

const features = [reviewDeskFeature, reviewsFeature] as const;

/** What the desks of publishers and staff keep in the store; the history of a review is a part of the reviews. */
export function ReviewDeskFeature({ children }: { children: ReactNode }) {
  return <FeatureGate features={features}>{children}</FeatureGate>;
}
