"use client";

import { clsx } from "clsx";
import { Check } from "lucide-react";
import { useLinkStatus } from "next/link";

/** The box of a filter's link: it turns as soon as the link is pressed, and marks the page as waiting. */
export function FacetMark({ isChosen }: { isChosen: boolean }) {
  const { pending } = useLinkStatus();
  const isMarked = pending ? !isChosen : isChosen;
  return (
    <span
      aria-hidden
      data-waiting={pending || undefined}
      className={clsx(
        "grid size-4.5 shrink-0 place-items-center rounded border transition-colors",
        isMarked ? "border-primary bg-primary text-on-primary" : "border-edge group-hover/facet:border-foreground",
      )}
    >
      {isMarked && <Check className="size-3.5" strokeWidth={3} />}
    </span>
  );
}
