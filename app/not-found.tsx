import { Compass } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Button } from "./_components/ui/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <div className="container-page grid grow place-content-center justify-items-center gap-4 py-24 text-center">
      <Compass aria-hidden className="size-12 text-primary" />
      <h1 className="font-bold text-4xl">There is nothing here</h1>
      <p className="max-w-md text-muted">
        The page may have moved, or it never was. The games are all still in their place.
      </p>
      <div className="mt-3 flex flex-wrap justify-center gap-3">
        <Button asChild>
          <Link href="/games">See all games</Link>
        </Button>
        <Button asChild variant="secondary">
          <Link href="/">To the start page</Link>
        </Button>
      </div>
    </div>
  );
}
