"use client";

import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/app/_components/ui/button";
import { useWatchedRuns } from "@/app/_components/use-watched-runs";
import { Link, useRouter } from "@/app/_i18n/navigation";
import { useSaid } from "@/app/_i18n/use-said";
import { selectActiveRuns, selectStartRun } from "@/lib/client/features/pipelines/selectors";
import { startRunRequest } from "@/lib/client/features/pipelines/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";

/** Starts the training pipeline, follows it, and shows the page anew when it is done. */
export function RetrainButton() {
  const t = useTranslations("forecast");
  const speak = useSaid();
  const dispatch = useAppDispatch();
  const router = useRouter();
  const { status, error } = useAppSelector(selectStartRun);
  const isTraining = useAppSelector(selectActiveRuns).some(({ pipeline }) => pipeline === "train");
  const wasTraining = useRef(false);

  useWatchedRuns();

  useEffect(() => {
    if (wasTraining.current && !isTraining) router.refresh();
    wasTraining.current = isTraining;
  }, [isTraining, router]);

  const isBusy = isTraining || status === "running";
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        size="sm"
        variant="secondary"
        disabled={isBusy}
        onClick={() => dispatch(startRunRequest.requested({ pipeline: "train", isForced: true, ifBusy: "wait" }))}
      >
        <RefreshCw aria-hidden />
        {t(isTraining ? "retrain.underWay" : status === "running" ? "retrain.starting" : "retrain.start")}
      </Button>
      {(isTraining || error) && (
        <span role="status" className="text-sm">
          {error && !isTraining && <span className="text-danger">{`${speak(error.message)}. `}</span>}
          <Link href="/admin/pipelines" className="underline underline-offset-4">
            {t("retrain.see")}
          </Link>
        </span>
      )}
    </span>
  );
}
