import { z } from "zod";
import { PIPELINES } from "./pipelines";

const engineSchema = z.enum(["up", "down"]);

const pipelineHealthSchema = z.object({
  lastGoodRunAt: z.iso.datetime().nullable(),
  ageHours: z.number().nullable(),
  isLate: z.boolean(),
});

export type PipelineHealth = z.infer<typeof pipelineHealthSchema>;

/**
 * What `/api/health` says: `down` where an engine cannot be reached, `degraded` where a pipeline is late. The pipelines
 * are null where the database cannot tell.
 */
export const healthSchema = z.object({
  status: z.enum(["ok", "degraded", "down"]),
  database: engineSchema,
  storage: engineSchema,
  pipelines: z.record(z.enum(PIPELINES), pipelineHealthSchema).nullable(),
});

export type Health = z.infer<typeof healthSchema>;
