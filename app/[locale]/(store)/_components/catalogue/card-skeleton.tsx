import { Skeleton } from "@/app/_components/ui/skeleton";

/** Holds the place of a game's card: of the same height, in the grid and in the list. */
export function CardSkeleton() {
  return (
    <div className="flex flex-col gap-3 as-row:flex-row">
      <Skeleton className="aspect-[3/4] shrink-0 rounded-card as-row:w-20 as-row:sm:w-24" />
      <div className="grid grow content-start gap-2">
        <Skeleton className="h-4 w-4/5" />
        <Skeleton className="h-3 w-1/2" />
        <Skeleton className="h-4 w-1/3" />
      </div>
    </div>
  );
}
