"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";

type AskFailedProps = { title: string; onRetry: () => void; children: ReactNode };

/** Says why an answer did not come, and asks once more. */
export function AskFailed({ title, onRetry, children }: AskFailedProps) {
  const t = useTranslations("common");
  return (
    <div className="grid justify-items-start gap-3">
      <Alert tone="danger" title={title} className="w-full">
        {children}
      </Alert>
      <Button variant="secondary" size="sm" onClick={onRetry}>
        <RotateCw aria-hidden />
        {t("retry")}
      </Button>
    </div>
  );
}
