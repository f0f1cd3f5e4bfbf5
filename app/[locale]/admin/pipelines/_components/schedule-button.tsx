"use client";

import { Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { selectSetSchedule } from "@/lib/client/features/pipelines/selectors";
import { setScheduleRequest } from "@/lib/client/features/pipelines/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { Pipeline } from "@/lib/shared/pipelines";

/** Pauses the schedule of a pipeline, or lets it go on. */
export function ScheduleButton({ pipeline, isPaused }: { pipeline: Pipeline; isPaused: boolean }) {
  const t = useTranslations("pipelines");
  const dispatch = useAppDispatch();
  const { status } = useAppSelector(selectSetSchedule);
  return (
    <Button
      size="sm"
      variant="ghost"
      disabled={status === "running"}
      onClick={() => dispatch(setScheduleRequest.requested({ pipeline, isPaused: !isPaused }))}
    >
      {isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
      <span>
        {t.rich(isPaused ? "schedule.resume" : "schedule.pause", {
          pipeline: t(`names.${pipeline}`),
          sr: (text) => <span className="sr-only">{text}</span>,
        })}
      </span>
    </Button>
  );
}
