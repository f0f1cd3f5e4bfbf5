"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { Alert } from "@/app/_components/ui/alert";
import { useSaid } from "@/app/_i18n/use-said";
import { selectConnection, selectPollError } from "@/lib/client/features/pipelines/selectors";
import type { Connection } from "@/lib/client/features/pipelines/slice";
import { useAppSelector } from "@/lib/client/store/hooks";

const dots: Record<Connection, string> = { off: "bg-muted", live: "bg-success", polling: "bg-warning" };

/** Says how the page hears of changes. */
export function LiveNote() {
  const t = useTranslations("pipelines");
  const connection = useAppSelector(selectConnection);
  return (
    <p role="status" className="flex items-center gap-2 text-muted text-sm">
      <span aria-hidden className={clsx("size-2 rounded-full", dots[connection])} />
      {t(`connection.${connection}`)}
    </p>
  );
}

/** Says so when what is shown stands still. */
export function PollNote() {
  const t = useTranslations("pipelines");
  const speak = useSaid();
  const error = useAppSelector(selectPollError);
  if (!error) return null;
  return (
    <Alert tone="warning" title={t("connection.lost")}>
      {t("connection.trying", { error: speak(error.message) })}
    </Alert>
  );
}
