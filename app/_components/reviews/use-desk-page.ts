"use client";

import { useEffect } from "react";
import { deskOpened } from "@/lib/client/features/review-desk/slice";
import { useAppDispatch } from "@/lib/client/store/hooks";

/** Tells the store of each page that the server renders: it knows what was decided and replied before. */
export function useDeskPage(items: readonly unknown[]): void {
  const dispatch = useAppDispatch();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list of rows is another page
  useEffect(() => {
    dispatch(deskOpened());
  }, [dispatch, items]);
}
