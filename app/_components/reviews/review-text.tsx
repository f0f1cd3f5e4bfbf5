"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";

/** What is longer is folded until the reader wants it all. */
const FOLDED_CHARACTERS = 620;
const FOLDED_LINES = 9;

type ReviewTextProps = { body: string; locale?: string; className?: string };

/** What somebody wrote: plain text in its own direction, which cannot reach beyond its box. */
export function ReviewText({ body, locale, className }: ReviewTextProps) {
  const t = useTranslations("reviews");
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const isLong = body.length > FOLDED_CHARACTERS || body.split("\n").length > FOLDED_LINES;
  return (
    <div className={clsx("grid justify-items-start gap-1", className)}>
      <p
        id={id}
        lang={locale}
        dir="auto"
        className={clsx(
          "max-w-[75ch] overflow-hidden whitespace-pre-line text-pretty text-start leading-relaxed wrap-anywhere",
          isLong && !isOpen && "line-clamp-8",
        )}
      >
        {body}
      </p>
      {isLong && (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
          className="inline-flex min-h-8 items-center font-medium text-accent text-sm underline-offset-4 hover:underline"
        >
          {t(isOpen ? "readLess" : "readMore")}
        </button>
      )}
    </div>
  );
}
