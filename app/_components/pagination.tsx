import { ArrowLeft, ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/app/_i18n/navigation";
import { Button } from "./ui/button";

type PaginationProps = {
  /** Address of the first page; left out on the first page itself. */
  firstHref?: string;
  /** Address of the next page; left out on the last one. */
  nextHref?: string;
  /** What the pages hold, such as `games`, in the reader's language. */
  label: string;
};

/** Keyset pages go forwards by their cursor and back by the browser's history, or to the start. */
export function Pagination({ firstHref, nextHref, label }: PaginationProps) {
  const t = useTranslations("common");
  if (!firstHref && !nextHref) return null;
  return (
    <nav aria-label={t("pagesOf", { label })} className="flex flex-wrap items-center justify-center gap-3">
      {firstHref && (
        <Button asChild variant="secondary">
          <Link href={firstHref}>
            <ArrowLeft aria-hidden />
            {t("firstPage")}
          </Link>
        </Button>
      )}
      {nextHref && (
        <Button asChild variant="secondary">
          <Link href={nextHref} rel="next">
            {t("nextPage")}
            <ArrowRight aria-hidden />
          </Link>
        </Button>
      )}
    </nav>
  );
}
