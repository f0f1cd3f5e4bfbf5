"use client";

import type { ReactNode } from "react";
import { Button } from "@/app/_components/ui/button";
import type { RequestState } from "@/lib/client/store/request";
import { useHydrated } from "@/lib/client/use-hydrated";

type SubmitButtonProps = { status: RequestState["status"]; runningText: string; children: ReactNode };

/** Sends the form once React runs; while it is under way it keeps the focus but does nothing more. */
export function SubmitButton({ status, runningText, children }: SubmitButtonProps) {
  const isHydrated = useHydrated();
  const isBusy = status === "running" || status === "succeeded";
  return (
    <Button type="submit" size="lg" className="w-full" disabled={!isHydrated} aria-disabled={isBusy || undefined}>
      {isBusy ? runningText : children}
    </Button>
  );
}
