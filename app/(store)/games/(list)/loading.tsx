import { Skeleton } from "@/app/_components/ui/skeleton";
import { ResultsSkeleton } from "./_components/results";

const places = Array.from({ length: 14 }, (_, place) => place);

export default function Loading() {
  return (
    <div className="container-page grid gap-8 pt-8 lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-10">
      <div className="grid content-start gap-3 max-lg:hidden">
        {places.map((place) => (
          <Skeleton key={place} className="h-7" />
        ))}
      </div>
      <div className="grid content-start gap-5">
        <div className="flex flex-wrap items-end justify-between gap-4">
          <Skeleton className="h-10 w-64 max-w-full" />
          <Skeleton className="h-11 w-52 max-lg:w-full" />
        </div>
        <ResultsSkeleton />
      </div>
    </div>
  );
}
