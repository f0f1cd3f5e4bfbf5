import { Skeleton } from "@/app/_components/ui/skeleton";

const SECTIONS = ["first", "second", "third"];

/** Holds the place of an account page's sections. */
export function AccountSkeleton() {
  return SECTIONS.map((section) => (
    <div
      key={section}
      className="grid gap-x-12 gap-y-5 border-line border-t pt-8 first:border-t-0 first:pt-0 xl:grid-cols-[minmax(0,19rem)_minmax(0,36rem)]"
    >
      <div className="grid content-start gap-2">
        <Skeleton className="h-6 w-36" />
        <Skeleton className="h-4 w-full max-w-72" />
      </div>
      <div className="grid content-start gap-4">
        <Skeleton className="h-11" />
        <Skeleton className="h-11" />
        <Skeleton className="h-11 w-32" />
      </div>
    </div>
  ));
}
