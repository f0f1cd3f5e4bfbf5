import { z } from "zod";

/** Languages that a review can be written in, as BCP 47 codes. */
export const REVIEW_LANGUAGES = [
  "en",
  "es",
  "de",
  "fr",
  "it",
  "pt",
  "nl",
  "pl",
  "tr",
  "ru",
  "uk",
  "ar",
  "he",
  "ja",
  "ko",
  "zh",
] as const;

export const reviewLanguageSchema = z.enum(REVIEW_LANGUAGES);

export type ReviewLanguage = z.infer<typeof reviewLanguageSchema>;
