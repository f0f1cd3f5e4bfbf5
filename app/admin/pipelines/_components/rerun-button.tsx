"use client";

import { RotateCw } from "lucide-react";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { selectRerun } from "@/lib/client/features/pipelines/selectors";
import { rerunRequest } from "@/lib/client/features/pipelines/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { RunDetail } from "@/lib/shared/pipeline-views";
import { listDownstream, toTaskGroups } from "@/lib/shared/task-groups";
import { ConfirmDialog } from "./confirm-dialog";

/** Does a task of an ended run again, with all that comes after it. */
export function RerunButton({ run, task }: { run: RunDetail; task: string }) {
  const dispatch = useAppDispatch();
  const { status } = useAppSelector(selectRerun);
  const [isAsked, setAsked] = useState(false);
  const [, ...later] = listDownstream(toTaskGroups(run.tasks), task);
  return (
    <>
      <Button size="sm" variant="secondary" disabled={status === "running"} onClick={() => setAsked(true)}>
        <RotateCw aria-hidden />
        Run again from here
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        title={`Run again from ${task}`}
        text={
          <>
            {later.length > 0
              ? `${task} is cleared and done again, and then all that comes after it: ${later.join(", ")}.`
              : `${task} is cleared and done again; nothing comes after it.`}{" "}
            What it works on is made anew first where the run has cleared that up.
          </>
        }
        action="Run again"
        onClose={() => setAsked(false)}
        onConfirm={() => dispatch(rerunRequest.requested({ id: run.id, from: { task } }))}
      />
    </>
  );
}
