"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { Alert } from "@/app/_components/ui/alert";

type ErrorSummaryProps = {
  ref: Ref<HTMLDivElement>;
  /** What is wrong with the whole, if it is not a field. */
  message: string | null;
  errors: Record<string, string | undefined>;
  /** Name of each field as its label says it. */
  labels: Record<string, string>;
};

function focusField(from: HTMLElement, name: string) {
  const control = from.closest("form")?.elements.namedItem(name);
  if (control instanceof HTMLElement) control.focus();
}

/** What is wrong with a form, above it; takes the focus when sending failed, and leads to each field. */
export function ErrorSummary({ ref, message, errors, labels }: ErrorSummaryProps) {
  const t = useTranslations("common");
  const fields = Object.entries(errors).filter(([, error]) => error);
  const isShown = message !== null || fields.length > 0;
  return (
    <div ref={ref} tabIndex={-1} className="rounded-lg outline-none empty:hidden">
      {isShown && (
        <Alert tone="danger" title={message ?? t("correctForm")}>
          {fields.length > 0 && (
            <ul className="grid gap-1">
              {fields.map(([name, error]) => (
                <li key={name}>
                  <button
                    type="button"
                    className="text-left text-foreground underline underline-offset-3"
                    onClick={(event) => focusField(event.currentTarget, name)}
                  >
                    {labels[name]}: {error}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Alert>
      )}
    </div>
  );
}
