import { ArrowLeft, ArrowRight } from "lucide-react";
import Link from "next/link";
import { Button } from "./ui/button";

type PaginationProps = {
  /** Address of the first page; left out on the first page itself. */
  firstHref?: string;
  /** Address of the next page; left out on the last one. */
  nextHref?: string;
  /** What the pages hold, such as `games`. */
  label: string;
};

/** Keyset pages go forwards by their cursor and back by the browser's history, or to the start. */
export function Pagination({ firstHref, nextHref, label }: PaginationProps) {
  if (!firstHref && !nextHref) return null;
  return (
    <nav aria-label={`Pages of ${label}`} className="flex flex-wrap items-center justify-center gap-3">
      {firstHref && (
        <Button asChild variant="secondary">
          <Link href={firstHref}>
            <ArrowLeft aria-hidden />
            First page
          </Link>
        </Button>
      )}
      {nextHref && (
        <Button asChild variant="secondary">
          <Link href={nextHref} rel="next">
            Next page
            <ArrowRight aria-hidden />
          </Link>
        </Button>
      )}
    </nav>
  );
}
