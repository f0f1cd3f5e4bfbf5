import { useTranslations } from "next-intl";
import { Skeleton } from "@/app/_components/ui/skeleton";

export default function Loading() {
  const t = useTranslations("common");
  return (
    <>
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <Skeleton className="h-10 w-56" />
      <div className="grid gap-3">
        {["one", "two", "three", "four"].map((row) => (
          <Skeleton key={row} className="h-20 rounded-card" />
        ))}
      </div>
    </>
  );
}
