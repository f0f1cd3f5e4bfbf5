"use client";

import { useEffect } from "react";
import { watchStarted, watchStopped } from "@/lib/client/features/pipelines/slice";
import { useAppDispatch } from "@/lib/client/store/hooks";

/** Keeps the pipelines' active runs fresh in the store while the component is on the page. */
export function useWatchedRuns(): void {
  const dispatch = useAppDispatch();
  useEffect(() => {
    dispatch(watchStarted());
    return () => {
      dispatch(watchStopped());
    };
  }, [dispatch]);
}
