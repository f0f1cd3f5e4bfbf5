"use client";

import { ThumbsDown, ThumbsUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { ChoiceGroup } from "./choice-group";

const verdicts = [
  { isRecommended: true, key: "yes", Thumb: ThumbsUp, look: "has-checked:border-success has-checked:text-success" },
  { isRecommended: false, key: "no", Thumb: ThumbsDown, look: "has-checked:border-danger has-checked:text-danger" },
] as const;

type VerdictInputProps = { value: boolean | null; error: string | undefined; onChange: (value: boolean) => void };

/** Whether one recommends the game. */
export function VerdictInput({ value, error, onChange }: VerdictInputProps) {
  const t = useTranslations("reviews.form");
  const name = useId();
  return (
    <ChoiceGroup question={t("recommend")} error={error}>
      <div className="flex gap-2.5">
        {verdicts.map(({ isRecommended, key, Thumb, look }) => (
          <label
            key={key}
            className={`relative inline-flex h-11 cursor-pointer items-center gap-2 rounded-lg border border-edge bg-background px-5 font-semibold text-sm transition-colors hover:border-muted has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 ${look}`}
          >
            <input
              type="radio"
              name={name}
              checked={value === isRecommended}
              onChange={() => onChange(isRecommended)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <Thumb aria-hidden className="size-4.5" />
            {t(key)}
          </label>
        ))}
      </div>
    </ChoiceGroup>
  );
}
