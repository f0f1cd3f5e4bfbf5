import { Skeleton } from "@/app/_components/ui/skeleton";

export default function Loading() {
  return (
    <div className="container-page grid gap-8 py-10">
      <p role="status" className="sr-only">
        Loading
      </p>
      <Skeleton className="h-10 w-56" />
      <div className="grid gap-8 lg:grid-cols-[1fr_22rem]">
        <div className="grid gap-4">
          {["first", "second", "third"].map((line) => (
            <Skeleton key={line} className="h-32 rounded-card" />
          ))}
        </div>
        <Skeleton className="h-56 rounded-card" />
      </div>
    </div>
  );
}
