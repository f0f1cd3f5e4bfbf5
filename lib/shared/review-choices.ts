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

export type ReviewLanguage = (typeof REVIEW_LANGUAGES)[number];

/** The language of reviews that a code names; undefined for any other. */
export function findReviewLanguage(code: string): ReviewLanguage | undefined {
  return REVIEW_LANGUAGES.find((language) => language === code);
}

export const REVIEW_SORTS = ["helpful", "newest", "oldest"] as const;

export type ReviewSort = (typeof REVIEW_SORTS)[number];
