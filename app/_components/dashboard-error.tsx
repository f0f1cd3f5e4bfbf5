"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Alert } from "./ui/alert";
import { Button } from "./ui/button";

type DashboardErrorProps = { error: Error & { digest?: string }; retry: () => void };

/** A page that failed to render: says so, with the number under which the log has it, and offers another try. */
export function DashboardError({ error, retry }: DashboardErrorProps) {
  const t = useTranslations("common");
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <div className="grid justify-items-start gap-4">
      <Alert tone="danger" title={t("failed.heading")}>
        <p>{t("failed.text")}</p>
        {error.digest && <p className="text-xs">{t("failed.reference", { digest: error.digest })}</p>}
      </Alert>
      <Button variant="secondary" onClick={retry}>
        <RotateCw aria-hidden />
        {t("retry")}
      </Button>
    </div>
  );
}
