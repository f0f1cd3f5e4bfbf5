"use client";

import { useReviewsView } from "./opened-reviews";

/** Where to sign in so as to come back to the reviews. */
export function useSignInHref(): string {
  const { slug } = useReviewsView();
  return `/sign-in?callbackUrl=${encodeURIComponent(`/games/${slug}#reviews`)}`;
}
