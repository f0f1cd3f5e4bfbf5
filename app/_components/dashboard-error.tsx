"use client";

import { RotateCw } from "lucide-react";
import { useEffect } from "react";
import { Alert } from "./ui/alert";
import { Button } from "./ui/button";

type DashboardErrorProps = { error: Error & { digest?: string }; retry: () => void };

/** A page that failed to render: says so, with the number under which the log has it, and offers another try. */
export function DashboardError({ error, retry }: DashboardErrorProps) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <div className="grid justify-items-start gap-4">
      <Alert tone="danger" title="This page could not be shown">
        The numbers could not be read. {error.digest && `The log has it under ${error.digest}.`}
      </Alert>
      <Button variant="secondary" onClick={retry}>
        <RotateCw aria-hidden />
        Try again
      </Button>
    </div>
  );
}
