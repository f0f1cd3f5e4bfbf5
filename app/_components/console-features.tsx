"use client";

import type { ReactNode } from "react";
import { forecastFeature } from "@/lib/client/features/forecast/feature";
import { pipelinesFeature } from "@/lib/client/features/pipelines/feature";
import { FeatureGate } from "./feature-gate";

const features = [pipelinesFeature, forecastFeature] as const;

/** What the consoles of staff and publishers keep in the store. */
export function ConsoleFeatures({ children }: { children: ReactNode }) {
  return <FeatureGate features={features}>{children}</FeatureGate>;
}
