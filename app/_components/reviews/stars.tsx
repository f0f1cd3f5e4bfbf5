import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";

/** Stars for the eye, in one element, and the number for screen readers. */
export function Stars({ value, className }: { value: number; className?: string }) {
  const t = useTranslations("reviews");
  const lit = { "--stars": Math.round(value) } as CSSProperties;
  return (
    <span className={clsx("inline-flex items-center", className)}>
      <span className="sr-only">{t("starsOf", { stars: value })}</span>
      <span aria-hidden className="stars" style={lit} />
    </span>
  );
}
