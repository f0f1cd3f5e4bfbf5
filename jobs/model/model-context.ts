import { z } from "zod";
import { conditionsSchema } from "./conditions";
import { type GameScaler, scalerSchema } from "./scaler";

/** Everything fitted on the training part besides the weights; stored as `scalers.json`. */
export const modelContextSchema = z.object({
  genres: z.array(z.string()),
  /** Personal scalers by game id. */
  scalers: z.record(z.string(), scalerSchema),
  pooled: scalerSchema,
  conditions: conditionsSchema,
  /** Daily units of a typical game in its first month: the level assumed before anything was seen. */
  coldLevel: z.number().positive(),
  /** Whether enough seasons were seen for yearly harmonics to mean anything. */
  hasYears: z.boolean(),
});

/** See {@link modelContextSchema}. */
export type ModelContext = z.infer<typeof modelContextSchema>;

// Below this much history at the origin a game's own scaler would have been fitted on days it has not lived yet.
const MIN_PERSONAL_DAYS = 56;

/** The scaler to use for a game with `historyDays` days known: its own, or the pooled one while it is young. */
export function getScaler(context: ModelContext, gameId: string, historyDays: number): GameScaler {
  const own = historyDays >= MIN_PERSONAL_DAYS ? context.scalers[gameId] : undefined;
  return own ?? context.pooled;
}
