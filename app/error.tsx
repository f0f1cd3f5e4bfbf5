"use client";

import { CloudAlert } from "lucide-react";
import { useEffect } from "react";
import { Button } from "./_components/ui/button";

type Props = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: Props) {
  useEffect(() => console.error(error), [error]);
  return (
    <div className="container-page grid grow place-content-center justify-items-center gap-4 py-24 text-center">
      <CloudAlert aria-hidden className="size-12 text-danger" />
      <h1 className="font-bold text-4xl">Something went wrong on our side</h1>
      <p className="max-w-md text-muted">Nothing was lost. Try again; if it stays like this, come back in a while.</p>
      {error.digest && <p className="text-muted text-xs">Reference {error.digest}</p>}
      <Button className="mt-3" onClick={retry}>
        Try again
      </Button>
    </div>
  );
}
