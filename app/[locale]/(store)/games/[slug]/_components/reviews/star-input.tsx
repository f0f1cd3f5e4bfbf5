"use client";

import { clsx } from "clsx";
import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ChoiceGroup } from "./choice-group";

const places = [1, 2, 3, 4, 5] as const;

type StarInputProps = { value: number | null; error: string | undefined; onChange: (stars: number) => void };

/** One to five stars as radio buttons: the arrow keys choose, and the pointer shows what it would choose. */
export function StarInput({ value, error, onChange }: StarInputProps) {
  const t = useTranslations("reviews");
  const name = useId();
  const [pointed, setPointed] = useState<number | null>(null);
  const lit = pointed ?? value ?? 0;
  return (
    <ChoiceGroup question={t("form.stars")} error={error}>
      <div className="-ms-1.5 flex" onPointerLeave={() => setPointed(null)}>
        {places.map((place) => (
          <label
            key={place}
            onPointerEnter={(event) => event.pointerType === "mouse" && setPointed(place)}
            className="relative grid size-11 cursor-pointer place-items-center rounded-lg has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              checked={value === place}
              onChange={() => onChange(place)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <span className="sr-only">{t("stars", { stars: place })}</span>
            <Star
              aria-hidden
              className={clsx("size-7 transition-colors", place <= lit ? "fill-warning text-warning" : "text-edge")}
            />
          </label>
        ))}
      </div>
    </ChoiceGroup>
  );
}
