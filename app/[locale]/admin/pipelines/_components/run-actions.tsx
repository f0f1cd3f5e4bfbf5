"use client";

import { OctagonX, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { selectCancelRun, selectRerun } from "@/lib/client/features/pipelines/selectors";
import { cancelRunRequest, rerunRequest } from "@/lib/client/features/pipelines/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { RunDetail } from "@/lib/shared/pipeline-views";
import { isActive } from "@/lib/shared/pipelines";
import { ConfirmDialog } from "./confirm-dialog";
import { useRunFacts } from "./use-run-facts";

function CancelRun({ run }: { run: RunDetail }) {
  const t = useTranslations("pipelines");
  const { nameOf } = useRunFacts();
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
        {t(run.isCancelling ? "run.cancel.ending" : "run.cancel.button")}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        title={t("run.cancel.title", { run: nameOf(run) })}
        text={t("run.cancel.text")}
        action={t("run.cancel.button")}
        tone="danger"
        onClose={() => setAsked(false)}
        onConfirm={() => dispatch(cancelRunRequest.requested(run.id))}
      />
    </>
  );
}

function RetryFailed({ run }: { run: RunDetail }) {
  const t = useTranslations("pipelines");
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
      {t("run.retry")}
    </Button>
  );
}

/** What can be done with a run as it stands. */
export function RunActions({ run }: { run: RunDetail }) {
  if (isActive(run.state)) return <CancelRun run={run} />;
  const hasFailed = run.state !== "succeeded" && run.tasks.length > 0;
  return hasFailed ? <RetryFailed run={run} /> : null;
}
