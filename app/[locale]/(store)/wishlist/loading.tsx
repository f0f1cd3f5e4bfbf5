import { getTranslations } from "next-intl/server";
import { Skeleton } from "@/app/_components/ui/skeleton";

export default async function Loading() {
  const t = await getTranslations("common");
  return (
    <div className="container-page grid gap-8 py-10">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <Skeleton className="h-12 w-64" />
      <Skeleton className="h-11 w-full max-w-xl" />
      <div className="grid gap-4">
        {["first", "second", "third", "fourth"].map((row) => (
          <Skeleton key={row} className="h-32 rounded-card" />
        ))}
      </div>
    </div>
  );
}
