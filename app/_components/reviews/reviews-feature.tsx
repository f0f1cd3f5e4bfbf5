"use client";

import type { ReactNode } from "react";
import { reviewsFeature } from "@/lib/client/features/reviews/feature";
import { FeatureGate } from "../feature-gate";

const features = [reviewsFeature] as const;

/** What a game's reviews keep in the store. */
export function ReviewsFeature({ children }: { children: ReactNode }) {
  return <FeatureGate features={features}>{children}</FeatureGate>;
}
