import { getTranslations } from "next-intl/server";
import { Skeleton } from "@/app/_components/ui/skeleton";

const CARDS = ["one", "two", "three", "four", "five", "six", "seven", "eight"];

export default async function Loading() {
  const t = await getTranslations("common");
  return (
    <>
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <Skeleton className="h-12 w-56" />
      <div className="grid gap-6 lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-10">
        <Skeleton className="h-11 lg:h-64" />
        <div className="grid gap-6">
          <Skeleton className="h-11 w-full max-w-3xl" />
          <div className="grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-3 sm:gap-x-5 lg:grid-cols-4 xl:grid-cols-5 2xl:grid-cols-6">
            {CARDS.map((card) => (
              <Skeleton key={card} className="aspect-[3/4] rounded-card" />
            ))}
          </div>
        </div>
      </div>
    </>
  );
}
