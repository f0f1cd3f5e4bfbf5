import { getTranslations } from "next-intl/server";
import { Skeleton } from "@/app/_components/ui/skeleton";

export default async function Loading() {
  const t = await getTranslations("common");
  return (
    <div className="container-page grid gap-8 py-10">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <Skeleton className="h-10 w-56" />
      <div className="grid gap-8 lg:grid-cols-[1fr_22rem] xl:gap-14">
        <div className="grid gap-5">
          {["first", "second", "third"].map((line) => (
            <Skeleton key={line} className="h-32 rounded-card" />
          ))}
        </div>
        <Skeleton className="h-56 rounded-card" />
      </div>
    </div>
  );
}
