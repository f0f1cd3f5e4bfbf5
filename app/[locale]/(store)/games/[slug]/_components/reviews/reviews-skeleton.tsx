import { Skeleton } from "@/app/_components/ui/skeleton";

/** The place of a review that is on its way. */
export function ReviewSkeleton() {
  return (
    <div className="grid gap-3.5 border-line border-t py-6 first:border-t-0">
      <div className="flex items-center gap-3.5">
        <Skeleton className="size-10" />
        <div className="grid gap-2">
          <Skeleton className="h-4 w-44" />
          <Skeleton className="h-3.5 w-32" />
        </div>
      </div>
      <Skeleton className="h-16 max-w-[75ch]" />
    </div>
  );
}

/** The place of the reviews while they are loaded: as wide and about as high as they are. */
export function ReviewsSkeleton() {
  return (
    <div className="grid gap-8 lg:grid-cols-[20rem_minmax(0,1fr)] lg:gap-12">
      <div className="grid content-start gap-6">
        <Skeleton className="h-24" />
        <Skeleton className="h-40" />
        <Skeleton className="h-36" />
      </div>
      <div className="grid content-start">
        {[1, 2, 3, 4].map((place) => (
          <ReviewSkeleton key={place} />
        ))}
      </div>
    </div>
  );
}
