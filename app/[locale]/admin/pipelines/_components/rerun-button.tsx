"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { selectRerun } from "@/lib/client/features/pipelines/selectors";
import { rerunRequest } from "@/lib/client/features/pipelines/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { RunDetail } from "@/lib/shared/pipeline-views";
import { listAffected, toTaskGroups } from "@/lib/shared/task-groups";
import { ConfirmDialog } from "./confirm-dialog";

/** Does a task of an ended run again, with all that comes after it. */
export function RerunButton({ run, task }: { run: RunDetail; task: string }) {
  const t = useTranslations("pipelines");
  const dispatch = useAppDispatch();
  const { status } = useAppSelector(selectRerun);
  const [isAsked, setAsked] = useState(false);
  const later = listAffected(toTaskGroups(run.tasks), [task]).filter((name) => name !== task);
  return (
    <>
      <Button size="sm" variant="secondary" disabled={status === "running"} onClick={() => setAsked(true)}>
        <RotateCw aria-hidden />
        {t("tasks.rerun.button")}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        title={t("tasks.rerun.title", { task })}
        text={[
          t(later.length > 0 ? "tasks.rerun.later" : "tasks.rerun.alone", { task, later: later.join(", ") }),
          t("tasks.rerun.needs"),
        ].join(" ")}
        action={t("tasks.rerun.action")}
        onClose={() => setAsked(false)}
        onConfirm={() => dispatch(rerunRequest.requested({ id: run.id, from: { task } }))}
      />
    </>
  );
}
