import path from "node:path";
import { z } from "zod";
import { engineSettingsSchema } from "./engine-settings";
import { readJson } from "./json-file";
import { readSecrets } from "./secrets";

const runSchema = z.object({ engines: engineSettingsSchema.nullable() });

/**
 * Gives this process the engines of the local store that runs, where the environment names no database: a command in
 * a second terminal then works on the shop in the first.
 */
export function joinRunningStore(env: NodeJS.ProcessEnv): void {
  if (env.DATABASE_URL?.trim()) return;
  const home = path.resolve(env.KRATOS_HOME?.trim() || path.join(import.meta.dirname, "../../.kratos"));
  const engines = readJson(path.join(home, "run.json"), runSchema)?.engines;
  if (!engines) return;
  const secrets = readSecrets(path.join(home, "secrets.json"));
  Object.assign(env, engines);
  env.NEXTAUTH_SECRET ??= secrets.nextauthSecret;
  env.CRON_SECRET ??= secrets.cronSecret;
}
