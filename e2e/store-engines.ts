import path from "node:path";
import { inject } from "vitest";
import { z } from "zod";
import { type EngineSettings, engineSettingsSchema } from "@/jobs/local/engine-settings";
import { readJson } from "@/jobs/local/json-file";

/** The engines that the store under test works on. */
export function getStoreEngines(): EngineSettings {
  const run = readJson(path.join(inject("storeHome"), "run.json"), z.object({ engines: engineSettingsSchema }));
  if (!run) throw new Error("the store under test does not say which engines it works on");
  return run.engines;
}
