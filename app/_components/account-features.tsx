"use client";

import type { ReactNode } from "react";
import { accountFeature } from "@/lib/client/features/account/feature";
import { FeatureGate } from "./feature-gate";

const features = [accountFeature] as const;

/** Brings the account's part of the store with the screens that change it. */
export function AccountFeatures({ children }: { children: ReactNode }) {
  return <FeatureGate features={features}>{children}</FeatureGate>;
}
