"use client";

import { Button } from "./_components/ui/button";
import "./globals.css";

/** Stands in for the whole document where the layout itself failed. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body className="grid min-h-dvh place-content-center justify-items-center gap-4 p-6 text-center">
        <title>Something went wrong · Kratos</title>
        <h1 className="font-bold text-3xl">Something went wrong on our side</h1>
        <p className="text-muted">Nothing was lost. Try again in a moment.</p>
        <Button onClick={retry}>Try again</Button>
      </body>
    </html>
  );
}
