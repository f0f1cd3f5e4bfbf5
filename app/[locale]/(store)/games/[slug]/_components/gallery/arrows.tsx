import { clsx } from "clsx";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";

const arrowClass =
  "absolute top-1/2 z-10 grid size-11 -translate-y-1/2 place-items-center rounded-full border border-white/25 " +
  "bg-black/60 text-white transition-colors hover:bg-black/85 [&_svg]:size-6";

/** Buttons to the neighbours of a slide, over its edges; thumbs swipe instead. */
export function Arrows({ onMove }: { onMove: (step: 1 | -1) => void }) {
  const t = useTranslations("gameLive.gallery");
  return (
    <>
      <button
        type="button"
        aria-label={t("previous")}
        onClick={() => onMove(-1)}
        className={clsx(arrowClass, "left-3 max-sm:sr-only")}
      >
        <ChevronLeft aria-hidden />
      </button>
      <button
        type="button"
        aria-label={t("next")}
        onClick={() => onMove(1)}
        className={clsx(arrowClass, "right-3 max-sm:sr-only")}
      >
        <ChevronRight aria-hidden />
      </button>
    </>
  );
}
