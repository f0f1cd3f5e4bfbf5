import { useTranslations } from "next-intl";
import { Skeleton } from "./ui/skeleton";

/** What stands where a dashboard's numbers will be. */
export function DashboardSkeleton() {
  const t = useTranslations("common");
  return (
    <div role="status" className="grid gap-6">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="h-10 w-64" />
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {["a", "b", "c", "d"].map((key) => (
          <Skeleton key={key} className="h-28" />
        ))}
      </div>
      <Skeleton className="h-96" />
    </div>
  );
}
