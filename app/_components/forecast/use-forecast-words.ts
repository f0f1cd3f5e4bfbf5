import { useTranslations } from "next-intl";
import type { LedgerSentence } from "@/lib/shared/ledger-words";

/** Says sentences about forecasts in the page's language, one after the other. */
export function useForecastWords(): (sentences: readonly LedgerSentence[]) => string {
  const t = useTranslations("forecast");
  return (sentences) => sentences.map(({ key, values }) => t(key, values)).join(" ");
}
