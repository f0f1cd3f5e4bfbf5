"use client";

import { OctagonX, RotateCw } from "lucide-react";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { selectCancelRun, selectRerun } from "@/lib/client/features/pipelines/selectors";
import { cancelRunRequest, rerunRequest } from "@/lib/client/features/pipelines/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { RunDetail } from "@/lib/shared/pipeline-views";
import { isActive, PIPELINE_NAMES } from "@/lib/shared/pipelines";
import { ConfirmDialog } from "./confirm-dialog";

function CancelRun({ run }: { run: RunDetail }) {
  const dispatch = useAppDispatch();
  const { status } = useAppSelector(selectCancelRun);
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button
        size="sm"
        variant="danger"
        disabled={run.isCancelling || status === "running"}
        onClick={() => setAsked(true)}
      >
        <OctagonX aria-hidden />
        {run.isCancelling ? "Ending…" : "Cancel the run"}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        title={`Cancel ${PIPELINE_NAMES[run.pipeline]} for ${run.day}`}
        text="What is under way stops within seconds, and what has not begun is not begun. What is done stays; the rest can be done later with Retry failed."
        action="Cancel the run"
        tone="danger"
        onClose={() => setAsked(false)}
        onConfirm={() => dispatch(cancelRunRequest.requested(run.id))}
      />
    </>
  );
}

function RetryFailed({ run }: { run: RunDetail }) {
  const dispatch = useAppDispatch();
  const { status } = useAppSelector(selectRerun);
  return (
    <Button
      size="sm"
      variant="secondary"
      disabled={status === "running"}
      onClick={() => dispatch(rerunRequest.requested({ id: run.id, from: "failed" }))}
    >
      <RotateCw aria-hidden />
      Retry failed
    </Button>
  );
}

/** What can be done with a run as it stands. */
export function RunActions({ run }: { run: RunDetail }) {
  if (isActive(run.state)) return <CancelRun run={run} />;
  const hasFailed = run.state !== "succeeded" && run.tasks.length > 0;
  return hasFailed ? <RetryFailed run={run} /> : null;
}
