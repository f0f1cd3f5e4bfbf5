import { clsx } from "clsx";
import { Star } from "lucide-react";
import { useTranslations } from "next-intl";

const places = [1, 2, 3, 4, 5] as const;

/** Stars for the eye and the number for screen readers. */
export function Stars({ value, className }: { value: number; className?: string }) {
  const t = useTranslations("reviews");
  return (
    <span className={clsx("inline-flex items-center gap-0.5", className)}>
      <span className="sr-only">{t("starsOf", { stars: value })}</span>
      {places.map((place) => (
        <Star
          key={place}
          aria-hidden
          className={clsx("size-[1.05em]", place <= Math.round(value) ? "fill-warning text-warning" : "text-edge/60")}
        />
      ))}
    </span>
  );
}
