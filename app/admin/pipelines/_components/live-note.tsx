"use client";

import { clsx } from "clsx";
import { Alert } from "@/app/_components/ui/alert";
import { selectConnection, selectPollError } from "@/lib/client/features/pipelines/selectors";
import type { Connection } from "@/lib/client/features/pipelines/slice";
import { useAppSelector } from "@/lib/client/store/hooks";

const looks: Record<Connection, { dot: string; text: string }> = {
  off: { dot: "bg-muted", text: "Connecting" },
  live: { dot: "bg-success", text: "Live" },
  polling: { dot: "bg-warning", text: "Asking every few seconds" },
};

/** Says how the page hears of changes. */
export function LiveNote() {
  const { dot, text } = looks[useAppSelector(selectConnection)];
  return (
    <p role="status" className="flex items-center gap-2 text-muted text-sm">
      <span aria-hidden className={clsx("size-2 rounded-full", dot)} />
      {text}
    </p>
  );
}

/** Says so when what is shown stands still. */
export function PollNote() {
  const error = useAppSelector(selectPollError);
  if (!error) return null;
  return (
    <Alert tone="warning" title="The page is not live at the moment">
      {error.message}. It keeps trying.
    </Alert>
  );
}
