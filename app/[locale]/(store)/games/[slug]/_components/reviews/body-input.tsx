"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Textarea } from "@/app/_components/ui/textarea";
import { REVIEW_LENGTH } from "@/lib/shared/reviews";
import { countCharacters, tidyText } from "@/lib/shared/written-text";

/** From so few characters left on, they are counted. */
const COUNTED_FROM = 500;

type BodyInputProps = { value: string; error: string | undefined; onChange: (body: string) => void };

/** The text of a review with what is left of its length. */
export function BodyInput({ value, error, onChange }: BodyInputProps) {
  const t = useTranslations("reviews.form");
  const id = useId();
  const left = REVIEW_LENGTH.max - countCharacters(tidyText(value));
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {t("body")}
      </label>
      <Textarea
        id={id}
        dir="auto"
        rows={7}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-hint ${id}-left ${id}-error`}
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content max-h-[60dvh] leading-relaxed"
      />
      <div className="flex flex-wrap justify-between gap-x-4 gap-y-1 text-xs">
        <p id={`${id}-hint`} className="text-muted">
          {t("hint", REVIEW_LENGTH)}
        </p>
        <p id={`${id}-left`} className={clsx("tabular-nums", left < 0 ? "text-danger" : "text-muted")}>
          {left < 0 ? t("over", { count: -left }) : left <= COUNTED_FROM && t("left", { count: left })}
        </p>
      </div>
      <p id={`${id}-error`} className="text-danger text-xs empty:hidden">
        {error}
      </p>
    </div>
  );
}
