import type { RegisterInput, SessionView, SignInInput } from "@/lib/shared/auth";
import { DEFAULT_LOCALE, type Locale } from "@/lib/shared/locale";
import { say } from "@/lib/shared/say";
import { Prisma } from "@/prisma/generated/client";
import { type Db, inTransaction } from "../db";
import { AppError } from "../errors";
import { consumeRateLimit, giveBackRateLimit, resetRateLimit, toClientNetwork } from "../http/rate-limit";
import { log } from "../log";
import type { Caller } from "./caller";
import { hashPassword, verifyPassword } from "./password";
import { holdPrint } from "./password-print";
import { SIGN_IN_ADDRESS_LIMIT, SIGN_IN_LIMIT } from "./rules";
import { recordSecurityEvent } from "./security-log";
import { SESSION_DAYS } from "./session-token";
import { sendVerification } from "./verification";

const viewSelect = { id: true, name: true, email: true, role: true } as const;
type ViewRow = Prisma.UserGetPayload<{ select: typeof viewSelect }>;

function toView({ id, ...rest }: ViewRow): SessionView {
  return { userId: id, ...rest };
}

/** True when a write failed because the row was there already. */
function isDuplicate(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

/**
 * Makes a shopper's account, and sends a link that proves the address; one can shop before. A taken address is a
 * `conflict`, so that people need not wait for a mail to shop. It is no free oracle: the route is rate limited, and
 * the hash is computed either way.
 */
export async function registerShopper(
  input: RegisterInput,
  db: Db,
  { locale = DEFAULT_LOCALE, caller = null }: { locale?: Locale; caller?: Caller | null } = {},
): Promise<SessionView> {
  const passwordHash = await hashPassword(input.password);
  try {
    return await inTransaction(db, async (tx) => {
      const { name, email } = input;
      const user = await tx.user.create({ data: { name, email, passwordHash, locale }, select: viewSelect });
      await recordSecurityEvent(tx, { userId: user.id, event: "account.registered", caller });
      await sendVerification(user.id, tx);
      log.info({ userId: user.id }, "auth.registered");
      return toView(user);
    });
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause;
    const message = say("errors.emailUnusable");
    throw new AppError("conflict", message, { cause, fields: { email: message } });
  }
}

/**
 * The account of an e-mail and password. Unknown e-mail and wrong password fail alike and take as long. Failures count
 * towards the limits; they are counted before the check, so that parallel guesses cannot slip through.
 */
export async function checkCredentials(input: SignInInput, caller: Caller, db: Db): Promise<SessionView> {
  const network = toClientNetwork(caller.ip);
  const pairKey = `${input.email} ${network}`;
  await consumeRateLimit(SIGN_IN_ADDRESS_LIMIT, network);
  await consumeRateLimit(SIGN_IN_LIMIT, pairKey);
  const user = await db.user.findUnique({
    where: { email: input.email },
    select: { ...viewSelect, passwordHash: true },
  });
  const fits = await verifyPassword(user?.passwordHash, input.password);
  if (!user || !fits) {
    log.info({ userId: user?.id, ip: caller.ip }, "auth.sign_in_failed");
    throw new AppError("unauthenticated", say("errors.credentialsWrong"));
  }
  await Promise.all([resetRateLimit(SIGN_IN_LIMIT, pairKey), giveBackRateLimit(SIGN_IN_ADDRESS_LIMIT, network)]);
  const { passwordHash: _secret, ...view } = user;
  return toView(view);
}

/**
 * Opens a session of a user and returns its id; their sessions past their time are cleared away with it. Where `print`
 * names the password that was shown, a change of it meanwhile is `unauthenticated`: no session outlives a reset.
 */
export async function createSession(
  userId: string,
  caller: Caller,
  db: Db,
  { print }: { print?: string | undefined } = {},
): Promise<string> {
  const now = new Date();
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * 86_400_000);
  const { ip, userAgent } = caller;
  return inTransaction(db, async (tx) => {
    if (print !== undefined) await holdPrint(tx, userId, print);
    await tx.session.deleteMany({ where: { userId, expiresAt: { lt: now } } });
    const session = await tx.session.create({
      data: { userId, expiresAt, ip, userAgent, lastSeenAt: now },
      select: { id: true },
    });
    await recordSecurityEvent(tx, { userId, event: "account.signed_in", caller });
    log.info({ userId, sessionId: session.id }, "auth.signed_in");
    return session.id;
  });
}

/** Ends a session: the cookie that names it is worth nothing from now on. Ending it twice is fine. */
export async function revokeSession(sessionId: string, db: Db): Promise<void> {
  await db.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: new Date() } });
}
