import type { ReviewLanguage } from "@/lib/shared/review-choices";
import type { ModerationReason } from "@/lib/shared/review-moderation";
import { findBrokenRule } from "./wording-rules";

/** What a moderator looks at: a review before it is published. */
export type Wording = { body: string; locale: ReviewLanguage; stars: number };

/** Looks at a wording and says why staff should see it first; null lets it pass. */
export type Moderator = (wording: Wording) => Promise<ModerationReason | null>;

async function followRules({ body }: Wording): Promise<ModerationReason | null> {
  const rule = findBrokenRule(body);
  return rule ? { by: "rule", rule } : null;
}

/**
 * Who looks at each new wording, in turn, before its transaction begins. An outside service is one more entry here: a
 * function that calls it, with a time limit of its own, and that returns null where the service cannot be reached.
 */
const MODERATORS: readonly Moderator[] = [followRules];

/** Why a wording waits for staff: what the first moderator with an objection says; null where none has one. */
export async function findObjection(
  wording: Wording,
  moderators: readonly Moderator[] = MODERATORS,
): Promise<ModerationReason | null> {
  for (const moderate of moderators) {
    const objection = await moderate(wording);
    if (objection) return objection;
  }
  return null;
}
