import { createHash } from "node:crypto";
import { toZip } from "./zip";

/** What an installable file is made of. */
export type BuildSubject = { slug: string; title: string; version: string; platform: string };

/** Digits of the hash by which a file's key changes with its content. */
const KEY_HASH_LENGTH = 12;

/** An installable file: where it lies in the bucket, and what it holds; another content lies elsewhere. */
export type DemoBuild = { key: string; body: Buffer; sha256: string };

function toReadme({ title, version, platform }: BuildSubject): string {
  return [
    `${title} ${version} for ${platform}`,
    "",
    "This is the demo of a games store: the download is real, the game is not.",
    "What you have bought here is yours all the same, with everything it does not hold.",
    "",
  ].join("\n");
}

/** The installable file of a game of the demo: a small archive, a pure function of what it is made of. */
export function makeDemoBuild(subject: BuildSubject): DemoBuild {
  const { slug, version, platform } = subject;
  const name = `${slug}-${version}-${platform}`;
  const body = toZip([{ name: `${name}/README.txt`, data: Buffer.from(toReadme(subject)) }]);
  const sha256 = createHash("sha256").update(body).digest("hex");
  return { key: `kratos/builds/${slug}/${name}-${sha256.slice(0, KEY_HASH_LENGTH)}.zip`, body, sha256 };
}
