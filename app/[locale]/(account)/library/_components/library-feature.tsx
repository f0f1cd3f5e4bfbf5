"use client";

import type { ReactNode } from "react";
import { FeatureGate } from "@/app/_components/feature-gate";
import { libraryFeature } from "@/lib/client/features/library/feature";

const features = [libraryFeature] as const;

/** Brings the library's part of the store with the screens that show it. */
export function LibraryFeature({ children }: { children: ReactNode }) {
  return <FeatureGate features={features}>{children}</FeatureGate>;
}
