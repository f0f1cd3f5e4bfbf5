import type { EngineSettings } from "./engine-settings";
import type { LocalSecrets } from "./secrets";

/** Settings that a test runner leaves in its children's environment and that would change how the product runs. */
const FOREIGN = ["VITEST", "VITEST_MODE", "VITEST_POOL_ID", "VITEST_WORKER_ID", "TEST", "NODE_ENV", "TZ", "PORT"];

/** The environment of the run's processes: the user's own settings win over the ones made here. */
export function toRunEnvironment(
  env: NodeJS.ProcessEnv,
  engines: EngineSettings,
  secrets: LocalSecrets,
  mode: "production" | "development",
): NodeJS.ProcessEnv {
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !FOREIGN.includes(name)));
  return {
    PIPELINE_RUNNER: "queue",
    NEXTAUTH_SECRET: secrets.nextauthSecret,
    CRON_SECRET: secrets.cronSecret,
    ...own,
    ...engines,
    KRATOS_DEMO: "true",
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: mode,
  };
}

/** The environment of a build: no engine can be reached from it, so that no page can bake today's rows into itself. */
export function toBuildEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const nowhere: EngineSettings = {
    DATABASE_URL: "postgresql://nobody:nothing@127.0.0.1:1/none",
    S3_ENDPOINT: "http://127.0.0.1:1",
    S3_REGION: "us-east-1",
    S3_BUCKET: "none",
    S3_ACCESS_KEY_ID: "none",
    S3_SECRET_ACCESS_KEY: "none",
  };
  const secret = "a-build-needs-no-secret-0123456789abcdef";
  const secrets = { nextauthSecret: secret, cronSecret: secret, s3AccessKeyId: "none", s3SecretAccessKey: secret };
  return toRunEnvironment(env, nowhere, secrets, "production");
}
