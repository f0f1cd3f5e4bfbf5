"use client";

import { Alert } from "@/app/_components/ui/alert";
import { selectPollError } from "@/lib/client/features/pipelines/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";

/** Says so when the live progress stands still. */
export function PollNote() {
  const error = useAppSelector(selectPollError);
  if (!error) return null;
  return (
    <Alert tone="warning" title="The progress is not live at the moment">
      {error.message}. The page keeps trying.
    </Alert>
  );
}
