import { clsx } from "clsx";

/** Holds the place of something that is on its way; hidden from screen readers. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={clsx("animate-shimmer rounded-lg bg-raised", className)} />;
}
