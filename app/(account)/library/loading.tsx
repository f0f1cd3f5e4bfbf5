import { Skeleton } from "@/app/_components/ui/skeleton";

export default function Loading() {
  return (
    <>
      <p role="status" className="sr-only">
        Loading
      </p>
      <Skeleton className="h-10 w-56" />
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-3 sm:gap-5 lg:grid-cols-5 xl:grid-cols-6">
        {["one", "two", "three", "four", "five", "six"].map((card) => (
          <Skeleton key={card} className="aspect-[3/5] rounded-card" />
        ))}
      </div>
    </>
  );
}
