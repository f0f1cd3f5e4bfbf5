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
        <Skeleton className="h-10 w-64" />
        <Skeleton className="ml-auto h-11 w-52" />
        <ResultsSkeleton />
      </div>
    </div>
  );
}
