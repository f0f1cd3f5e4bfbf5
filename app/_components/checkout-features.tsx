"use client";

import type { ReactNode } from "react";
import { checkoutFeature } from "@/lib/client/features/checkout/feature";
import { FeatureGate } from "./feature-gate";

const features = [checkoutFeature] as const;

/** What paying keeps in the store, at the checkout and on the page of an order that is not settled yet. */
export function CheckoutFeatures({ children }: { children: ReactNode }) {
  return <FeatureGate features={features}>{children}</FeatureGate>;
}
