"use client";

import { PackagePlus } from "lucide-react";
import { bundlesFeature } from "@/lib/client/features/bundles/feature";
import { selectIsAddingBundle } from "@/lib/client/features/bundles/selectors";
import { addBundleRequest } from "@/lib/client/features/bundles/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";
import { FeatureGate } from "./feature-gate";
import { Button } from "./ui/button";

const features = [bundlesFeature] as const;

/** `text` says what is added, `addingText` that it is under way: they come with the page, which knows how much is missing. */
type AddBundleButtonProps = { slug: string; text: string; addingText: string; className?: string };

function Action({ slug, text, addingText, className = "" }: AddBundleButtonProps) {
  const dispatch = useAppDispatch();
  const isAdding = useAppSelector((state) => selectIsAddingBundle(state, slug));
  const isHydrated = useHydrated();
  return (
    <Button
      // While it is under way it keeps the focus, which the cart's drawer gives back to it.
      disabled={!isHydrated}
      aria-disabled={isAdding || undefined}
      onClick={() => !isAdding && dispatch(addBundleRequest.requested(slug))}
      className={className}
    >
      <PackagePlus aria-hidden />
      {isAdding ? addingText : text}
    </Button>
  );
}

/** Puts what the shopper does not own of a bundle into the cart, all at once. */
export function AddBundleButton(props: AddBundleButtonProps) {
  return (
    <FeatureGate features={features}>
      <Action {...props} />
    </FeatureGate>
  );
}
