import { randomBytes } from "node:crypto";
import { z } from "zod";
import { readJson, writeJson } from "./json-file";

const secretsSchema = z.object({
  nextauthSecret: z.string().min(32),
  cronSecret: z.string().min(32),
  s3AccessKeyId: z.string().min(1),
  s3SecretAccessKey: z.string().min(32),
});

/** The keys of a local installation. */
export type LocalSecrets = z.infer<typeof secretsSchema>;

/** Reads the keys of an installation; the first time, or where the file is broken, it makes new ones. */
export function readSecrets(file: string): LocalSecrets {
  const known = readJson(file, secretsSchema);
  if (known) return known;
  const make = () => randomBytes(32).toString("base64url");
  const secrets = { nextauthSecret: make(), cronSecret: make(), s3AccessKeyId: "kratos", s3SecretAccessKey: make() };
  writeJson(file, secrets);
  return secrets;
}
