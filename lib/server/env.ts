import { z } from "zod";

const optionalText = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();

function urlOf(protocol: RegExp, message: string) {
  return optionalText.pipe(z.url({ protocol, error: message }).optional());
}

const settingsSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z.string().min(1, "is not set; `npm run demo` starts a database of its own"),
  /** Where the S3 API is; empty for AWS. */
  S3_ENDPOINT: optionalText,
  S3_REGION: z.string().default("us-east-1"),
  S3_BUCKET: z.string().default("kp-artifacts-data"),
  S3_ACCESS_KEY_ID: optionalText,
  S3_SECRET_ACCESS_KEY: optionalText,
  NEXTAUTH_URL: optionalText,
  // Only the web server needs these two, see getSecret: a command works on the database without them.
  NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  CRON_SECRET: z.string().min(16, "must have at least 16 characters").optional(),
  GOOGLE_CLIENT_ID: optionalText,
  GOOGLE_CLIENT_SECRET: optionalText,
  GITHUB_CLIENT_ID: optionalText,
  GITHUB_CLIENT_SECRET: optionalText,
  /** Another server of OpenID Connect, or a GitHub Enterprise server, in the place of the public ones. */
  GOOGLE_ISSUER_URL: z.url().default("https://accounts.google.com"),
  GITHUB_URL: z.url().default("https://github.com"),
  /** `queue`: a worker process runs the pipelines. `inline`: the cron request does, as on Vercel. */
  PIPELINE_RUNNER: z.enum(["queue", "inline"]).default(process.env.VERCEL ? "inline" : "queue"),
  /** Where mail is handed in, as `smtp://user:password@host:587`, and its sender; without them no mail is sent. */
  SMTP_URL: urlOf(/^smtps?$/, "must be an smtp:// or smtps:// address"),
  MAIL_FROM: optionalText,
  /** Who is told of late and silent failures: mail addresses with commas between, and a web address. */
  ALERT_EMAIL_TO: optionalText,
  ALERT_WEBHOOK_URL: urlOf(/^https?$/, "must be an http:// or https:// address"),
  /** Signs what is sent to the web address. */
  ALERT_WEBHOOK_SECRET: optionalText,
  /** Connections that a process opens to the database at most. */
  DATABASE_POOL_MAX: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(process.env.VERCEL ? 5 : 10),
  /** How long a request works on pipelines where no worker does: its host's limit less a margin. */
  PIPELINE_SLICE_SECONDS: z.coerce.number().min(1).max(3600).default(240),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  /** Set by `npm run demo`: the sign-in page shows the demo logins. */
  KRATOS_DEMO: z.stringbool().default(false),
});

const envSchema = settingsSchema.refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
  path: ["MAIL_FROM"],
  error: "is not set; SMTP_URL sends no mail without a sender",
});

/** The settings of this process. */
export type Env = z.infer<typeof envSchema>;

let parsed: Env | undefined;

/** The settings, read and checked once; throws one error that names every setting that is missing or wrong. */
export function getEnv(): Env {
  if (parsed) return parsed;
  const result = envSchema.safeParse(process.env);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new Error(`Settings: ${problems.join("; ")}`);
  }
  parsed = result.data;
  return parsed;
}

/** A secret of the web server; throws where it is not set, so that nothing is ever signed or let in by an empty one. */
export function getSecret(name: "NEXTAUTH_SECRET" | "CRON_SECRET"): string {
  const secret = getEnv()[name];
  if (!secret) throw new Error(`Settings: ${name} is not set`);
  return secret;
}
