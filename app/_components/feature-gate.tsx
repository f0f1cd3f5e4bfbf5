"use client";

import type { ReactNode } from "react";
import { useAppStore } from "@/lib/client/store/hooks";
import type { LazyFeature } from "@/lib/client/store/lazy-features";

type FeatureGateProps = { features: readonly LazyFeature[]; children: ReactNode };

/** Adds features to the page's store before anything below reads them, so that other pages need not load their code. */
export function FeatureGate({ features, children }: FeatureGateProps) {
  const store = useAppStore();
  // While rendering, since what is below selects from the new state at once; adding one again changes nothing.
  for (const feature of features) store.addFeature(feature);
  return children;
}
