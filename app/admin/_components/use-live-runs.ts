"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useWatchedRuns } from "@/app/_components/use-watched-runs";
import { selectRunsById } from "@/lib/client/features/pipelines/selectors";
import { runsSeen } from "@/lib/client/features/pipelines/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { isActive, type PipelineRun } from "@/lib/shared/pipelines";

/** What of a run the server's part of the page shows, too. */
function markOf(run: PipelineRun, isFine: boolean): string {
  return isFine ? `${run.id} ${run.state} ${run.step} ${run.progress}` : `${run.id} ${run.state}`;
}

/**
 * The newest that is known of the runs that the page was rendered with; follows the active ones while the page is
 * open. When they leave the rendered page behind, it is rendered anew: on every step where `isFine`.
 */
export function useLiveRuns(rendered: readonly PipelineRun[], isFine = false): PipelineRun[] {
  const dispatch = useAppDispatch();
  const router = useRouter();
  const byId = useAppSelector(selectRunsById);

  useWatchedRuns();

  useEffect(() => {
    dispatch(runsSeen([...rendered]));
  }, [dispatch, rendered]);

  const live = rendered.map((run) => byId[run.id] ?? run);
  const unseen = Object.values(byId).filter((run) => isActive(run.state) && !rendered.some(({ id }) => id === run.id));
  const marksOf = (runs: readonly PipelineRun[]) => runs.map((run) => markOf(run, isFine)).join();
  const ahead = isFine ? live : [...live, ...unseen];
  const isBehind = marksOf(ahead) !== marksOf(rendered);
  const mark = isBehind ? marksOf(ahead) : "";

  useEffect(() => {
    if (mark) router.refresh();
  }, [mark, router]);

  return live;
}
