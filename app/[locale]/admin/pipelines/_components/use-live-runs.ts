"use client";

import { useEffect } from "react";
import { useWatchedRuns } from "@/app/_components/use-watched-runs";
import { selectMark, selectRunsById } from "@/lib/client/features/pipelines/selectors";
import { runsSeen } from "@/lib/client/features/pipelines/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { RunView } from "@/lib/shared/pipeline-views";
import { isActive } from "@/lib/shared/pipelines";
import { usePageRefresh } from "./use-page-refresh";

/** The newest that is known of the runs that the page was rendered with. */
export function useNewestRuns(rendered: readonly RunView[]): RunView[] {
  const byId = useAppSelector(selectRunsById);
  return rendered.map((run) => {
    const known = byId[run.id];
    return known && known.changedAt >= run.changedAt ? known : run;
  });
}

/**
 * Follows the runs while the page is open. Where what changes leaves the rendered page behind, the server renders it
 * anew: runs in other states, runs that it does not show yet, other alerts or schedules than those of `mark`.
 */
export function useLivePage(rendered: readonly RunView[], mark: string): void {
  const dispatch = useAppDispatch();
  const byId = useAppSelector(selectRunsById);
  const newestMark = useAppSelector(selectMark);
  const live = useNewestRuns(rendered);

  useWatchedRuns();

  useEffect(() => {
    dispatch(runsSeen([...rendered]));
  }, [dispatch, rendered]);

  const statesOf = (runs: readonly RunView[]) => runs.map(({ id, state }) => `${id} ${state}`).join();
  const unseen = Object.values(byId).filter((run) => isActive(run.state) && !rendered.some(({ id }) => id === run.id));
  const isBehind = unseen.length > 0 || statesOf(live) !== statesOf(rendered);
  const isOtherMark = newestMark !== null && newestMark !== mark;
  usePageRefresh(`${isBehind ? statesOf([...live, ...unseen]) : ""}${isOtherMark ? newestMark : ""}`);
}
