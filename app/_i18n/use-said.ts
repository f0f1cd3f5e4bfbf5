"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { speak } from "@/lib/shared/say";

/** Turns what `say` made into words of the page's language; leaves any other text as it is. */
export function useSaid(): (text: string) => string {
  const t = useTranslations();
  return useCallback((text) => speak(text, t), [t]);
}
