import { useTranslations } from "next-intl";
import { Skeleton } from "./ui/skeleton";

const FILTERS = ["a", "b", "c"];
const ROWS = ["a", "b", "c", "d", "e", "f"];

/** Holds the place of a console's list: its title, what it is filtered by, and rows. */
export function ListSkeleton() {
  const t = useTranslations("common");
  return (
    <div role="status" className="grid gap-6">
      <span className="sr-only">{t("loading")}</span>
      <div className="grid gap-2.5">
        <Skeleton className="h-10 w-64" />
        <Skeleton className="h-5 w-full max-w-xl" />
      </div>
      <div className="flex gap-2">
        {FILTERS.map((filter) => (
          <Skeleton key={filter} className="h-9 w-24" />
        ))}
      </div>
      <div className="grid gap-3">
        {ROWS.map((row) => (
          <Skeleton key={row} className="h-20 rounded-card" />
        ))}
      </div>
    </div>
  );
}
