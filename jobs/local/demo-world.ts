import { applyMigrations } from "@/prisma/migrator";
import type { LocalRun } from "./local-run";

export async function prepareWorld(
  run: LocalRun,
  options: { env: NodeJS.ProcessEnv; isOwnDatabase: boolean },
): Promise<string | null> {
  await run.steps.run("Migrations", () => applyMigrations(options.env.DATABASE_URL ?? ""));
  return null;
}
