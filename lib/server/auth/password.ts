import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for argon2id (the library's default algorithm): 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One password may be typed as different code points; NFKC makes them one. */
function toBytes(password: string): string {
  return password.normalize("NFKC");
}

/** The argon2id hash of a password, with its own salt, in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(toBytes(password), COST);
}

let decoy: Promise<string> | undefined;

/**
 * Tells whether a password fits. Where there is no hash (unknown e-mail, or an account without a password) the same
 * work is done on a decoy, so that the time of the answer does not tell.
 */
export async function verifyPassword(storedHash: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const fits = await verify(storedHash ?? (await decoy), toBytes(password));
  return fits && Boolean(storedHash);
}
