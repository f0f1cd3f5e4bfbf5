import { z } from "zod";

/** The settings by which the product reaches its database and its bucket. */
export const engineSettingsSchema = z.object({
  DATABASE_URL: z.string(),
  S3_ENDPOINT: z.string(),
  S3_REGION: z.string(),
  S3_BUCKET: z.string(),
  S3_ACCESS_KEY_ID: z.string(),
  S3_SECRET_ACCESS_KEY: z.string(),
});

/** The settings by which the product reaches its database and its bucket. */
export type EngineSettings = z.infer<typeof engineSettingsSchema>;
