"use client";

import { useCallback } from "react";
import { choiceChanged } from "@/lib/client/features/reviews/actions";
import type { ReviewsChoice } from "@/lib/client/features/reviews/api";
import { useAppDispatch } from "@/lib/client/store/hooks";
import { useReviewsView } from "./opened-reviews";

/** Without what is not chosen, so that two choices of the same are equal. */
function withoutEmpty(choice: ReviewsChoice): ReviewsChoice {
  const chosen = Object.entries(choice).filter(([, value]) => value !== undefined);
  return Object.fromEntries(chosen) as ReviewsChoice;
}

/** What is chosen of the reviews, and how to choose otherwise. */
export function useChoice() {
  const dispatch = useAppDispatch();
  const { choice } = useReviewsView().view;
  const change = useCallback(
    (part: { [Key in keyof ReviewsChoice]?: ReviewsChoice[Key] | undefined }) =>
      dispatch(choiceChanged(withoutEmpty({ ...choice, ...part } as ReviewsChoice))),
    [dispatch, choice],
  );
  return { choice, change };
}
