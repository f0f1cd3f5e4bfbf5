"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { type OpenedReviews, reviewsLeft, reviewsOpened } from "@/lib/client/features/reviews/actions";
import { type ListState, listReducer } from "@/lib/client/features/reviews/list-slice";
import { type MineState, mineReducer } from "@/lib/client/features/reviews/mine-slice";
import { selectMine, selectReviewsView } from "@/lib/client/features/reviews/selectors";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";

/** A game's reviews as they are shown. */
export type ReviewsView = { slug: string; view: ListState; mine: MineState; isSignedIn: boolean };

const ViewContext = createContext<ReviewsView | null>(null);

type OpenedReviewsProviderProps = { opened: OpenedReviews; readerId: string | null; children: ReactNode };

/** Hands the server's reviews to the store, and shows them before it has them: the first paint is the server's. */
export function OpenedReviewsProvider({ opened, readerId, children }: OpenedReviewsProviderProps) {
  const dispatch = useAppDispatch();
  const view = useAppSelector(selectReviewsView);
  const mine = useAppSelector(selectMine);
  const { slug } = opened;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what a refresh brings must not close a form that is open
  const given = useMemo(
    () => ({
      view: listReducer(undefined, reviewsOpened(opened)),
      mine: mineReducer(undefined, reviewsOpened(opened)),
    }),
    [slug, readerId],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: as above, another game or another reader is what counts
  useEffect(() => {
    dispatch(reviewsOpened(opened));
    return () => {
      dispatch(reviewsLeft());
    };
  }, [dispatch, slug, readerId]);

  const isSignedIn = readerId !== null;
  const shown = view.slug === slug ? { slug, view, mine, isSignedIn } : { slug, ...given, isSignedIn };
  return <ViewContext value={shown}>{children}</ViewContext>;
}

export function useReviewsView(): ReviewsView {
  const view = useContext(ViewContext);
  if (!view) throw new Error("no game's reviews are open here");
  return view;
}
