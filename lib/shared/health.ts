import { z } from "zod";
import { PIPELINES } from "./pipelines";

const engineSchema = z.enum(["up", "down"]);

const pipelineHealthSchema = z.object({
  lastGoodRunAt: z.iso.datetime().nullable(),
  ageHours: z.number().nullable(),
  isLate: z.boolean(),
});

export type PipelineHealth = z.infer<typeof pipelineHealthSchema>;

/** An open alert in words that everybody may read: what exactly went wrong is for the operators. */
const alertHealthSchema = z.object({ key: z.string(), summary: z.string(), since: z.iso.datetime() });

/**
 * What `/api/health` says: `down` where an engine cannot be reached, `degraded` where a pipeline is late or an alert is
 * open. The pipelines and the alerts are null where the database cannot tell.
 */
export const healthSchema = z.object({
  status: z.enum(["ok", "degraded", "down"]),
  database: engineSchema,
  storage: engineSchema,
  pipelines: z.record(z.enum(PIPELINES), pipelineHealthSchema).nullable(),
  alerts: z.array(alertHealthSchema).nullable(),
});

export type Health = z.infer<typeof healthSchema>;
