import type { Messages } from "@/lib/shared/messages/en";
import type { ReviewSummary } from "@/lib/shared/review-score";

type SummaryWords = { key: keyof Messages["reviews"]["words"]; tone: string };

const good = "text-success";
const bad = "text-danger";

/** How each step of the scale is said and coloured; the texts are in `reviews.words`. */
export const SUMMARY_WORDS: Record<ReviewSummary, SummaryWords> = {
  Negative: { key: "negative", tone: bad },
  "Mostly Negative": { key: "mostlyNegative", tone: bad },
  Mixed: { key: "mixed", tone: "text-warning" },
  "Somewhat Positive": { key: "somewhatPositive", tone: good },
  "Very Positive": { key: "veryPositive", tone: good },
  "Overwhelmingly Positive": { key: "overwhelminglyPositive", tone: good },
};
