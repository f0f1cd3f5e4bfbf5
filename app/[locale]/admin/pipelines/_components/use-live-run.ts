"use client";

import { useEffect } from "react";
import { useWatchedRuns } from "@/app/_components/use-watched-runs";
import { selectDetail, selectRunsById } from "@/lib/client/features/pipelines/selectors";
import { runClosed, runOpened } from "@/lib/client/features/pipelines/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { RunDetail } from "@/lib/shared/pipeline-views";

/** The newest that is known of the run that the page was rendered with, followed while the page is open. */
export function useLiveRun(rendered: RunDetail): RunDetail {
  const dispatch = useAppDispatch();
  const detail = useAppSelector(selectDetail);
  const told = useAppSelector(selectRunsById)[rendered.id];

  useWatchedRuns();

  useEffect(() => {
    dispatch(runOpened(rendered));
  }, [dispatch, rendered]);

  useEffect(() => {
    return () => {
      dispatch(runClosed());
    };
  }, [dispatch]);

  const newest = detail?.id === rendered.id && detail.changedAt >= rendered.changedAt ? detail : rendered;
  if (!told || told.changedAt <= newest.changedAt) return newest;
  // The run itself is told before its tasks are asked for.
  const { tasks: _, ...run } = told;
  return { ...newest, ...run };
}
