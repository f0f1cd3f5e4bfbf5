"use client";

import type { ComponentProps, ReactNode } from "react";
import { Button } from "@/app/_components/ui/button";
import type { RequestState } from "@/lib/client/store/request";
import { useHydrated } from "@/lib/client/use-hydrated";

type SubmitButtonProps = Pick<ComponentProps<typeof Button>, "size" | "variant" | "className"> & {
  status: RequestState["status"];
  runningText: string;
  children: ReactNode;
};

/** Sends the form once React runs; while it is under way it keeps the focus but does nothing more. */
export function SubmitButton({ status, runningText, children, size = "md", ...look }: SubmitButtonProps) {
  const isHydrated = useHydrated();
  const isBusy = status === "running" || status === "succeeded";
  return (
    <Button type="submit" size={size} {...look} disabled={!isHydrated} aria-disabled={isBusy || undefined}>
      {isBusy ? runningText : children}
    </Button>
  );
}
