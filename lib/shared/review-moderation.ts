import { z } from "zod";

/** `held` waits for staff, `hidden` was taken down by them. */
export const REVIEW_STATUSES = ["visible", "held", "hidden"] as const;

export const reviewStatusSchema = z.enum(REVIEW_STATUSES);

export type ReviewStatus = z.infer<typeof reviewStatusSchema>;

/** What holds a review back by itself: its wording, the reports of readers, or that a hidden one was written anew. */
export const HOLD_RULES = ["links", "repeats", "slurs", "reports", "rewritten"] as const;

export const holdRuleSchema = z.enum(HOLD_RULES);

export type HoldRule = z.infer<typeof holdRuleSchema>;

/** Open reports that hold a review back until staff have looked. */
export const REPORTS_TO_HOLD = 5;

/** Why a review is not shown: a rule, or what staff wrote. */
export const moderationReasonSchema = z.discriminatedUnion("by", [
  z.object({ by: z.literal("rule"), rule: holdRuleSchema }),
  z.object({ by: z.literal("staff"), text: z.string() }),
]);

export type ModerationReason = z.infer<typeof moderationReasonSchema>;

const RULE_PREFIX = "rule:";

/** A reason as the database keeps it; none is the empty text. */
export function formatReason(reason: ModerationReason | null): string {
  if (!reason) return "";
  return reason.by === "rule" ? `${RULE_PREFIX}${reason.rule}` : reason.text;
}

/** Reads what `formatReason` wrote. */
export function parseReason(text: string): ModerationReason | null {
  if (text === "") return null;
  const rule = text.startsWith(RULE_PREFIX) ? holdRuleSchema.safeParse(text.slice(RULE_PREFIX.length)) : null;
  return rule?.success ? { by: "rule", rule: rule.data } : { by: "staff", text };
}
