import { cache } from "react";
import {
  type Activity,
  emailTokenSchema,
  type LinkedAccount,
  type LinkedProvider,
  type NotificationSetting,
  type Notifications,
  type Profile,
  SECURITY_EVENTS,
  type SessionRow,
  securityEventSchema,
  type TwoFactorView,
} from "@/lib/shared/account";
import { toShopCurrency } from "@/lib/shared/currency";
import { DEFAULT_LOCALE, isLocale } from "@/lib/shared/locale";
import type { EmailTokenKind } from "@/prisma/generated/enums";
import type { Actor } from "../auth/actor";
import { findEmailToken } from "../auth/email-tokens";
import { listOauthProviders, PROVIDER_NAMES } from "../auth/oauth-providers";
import { countRecoveryCodes } from "../auth/recovery-codes";
import { type Db, getDb } from "../db";
import { readUnsubscribeToken } from "../mail/unsubscribe";
import { describeDevice } from "./device";

type Owner = Pick<Actor, "userId">;

/** What the link of a mail would do, without using it up; null where it works no more. */
export async function findEmailLink(
  token: unknown,
  kinds: readonly EmailTokenKind[],
  db: Db = getDb(),
): Promise<{ kind: EmailTokenKind; email: string } | null> {
  const given = emailTokenSchema.safeParse(token);
  return given.success ? findEmailToken(db, given.data, kinds) : null;
}

/** Which mail the token of one ends; null where it is none of ours. */
export function findUnsubscription(token: unknown): NotificationSetting | null {
  return typeof token === "string" ? (readUnsubscribeToken(token)?.setting ?? null) : null;
}

const profileSelect = {
  name: true,
  email: true,
  emailVerifiedAt: true,
  locale: true,
  currency: true,
  passwordHash: true,
  createdAt: true,
} as const;

/** What the account pages show of oneself; asked once a render however many of them show it. */
export const getProfile = cache(async ({ userId }: Owner, db: Db = getDb()): Promise<Profile> => {
  const [user, pending] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id: userId }, select: profileSelect }),
    db.emailToken.findFirst({
      where: { userId, kind: "change_email", usedAt: null, expiresAt: { gt: new Date() } },
      select: { email: true },
    }),
  ]);
  const { name, email, locale } = user;
  return {
    name,
    email,
    isEmailVerified: user.emailVerifiedAt !== null,
    pendingEmail: pending?.email ?? null,
    locale: isLocale(locale) ? locale : DEFAULT_LOCALE,
    currency: toShopCurrency(user.currency),
    hasPassword: user.passwordHash !== null,
    createdAt: user.createdAt.toISOString(),
  };
});

const settingsSelect = { wantsPriceDrops: true, wantsReleases: true, wantsReplies: true } as const;

function toNotifications(row: Record<keyof typeof settingsSelect, boolean>): Notifications {
  return { priceDrops: row.wantsPriceDrops, releases: row.wantsReleases, replies: row.wantsReplies };
}

/** Which mail one wants. */
export async function getNotifications({ userId }: Owner, db: Db = getDb()): Promise<Notifications> {
  return toNotifications(await db.user.findUniqueOrThrow({ where: { id: userId }, select: settingsSelect }));
}

/** More signed-in browsers than one can have in mind; older ones are there, and end with "elsewhere". */
const MAX_SHOWN = 50;

/** One's signed-in browsers, this one first, then by when they were last used. */
export async function listSessions({ userId, sessionId }: Actor, db: Db = getDb()): Promise<{ items: SessionRow[] }> {
  const rows = await db.session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, userAgent: true, ip: true, createdAt: true, lastSeenAt: true },
    orderBy: [{ lastSeenAt: { sort: "desc", nulls: "last" } }, { id: "asc" }],
    take: MAX_SHOWN,
  });
  const items = rows.map(({ id, userAgent, ip, createdAt, lastSeenAt }) => ({
    id,
    isCurrent: id === sessionId,
    ...describeDevice(userAgent),
    ip,
    createdAt: createdAt.toISOString(),
    lastSeenAt: (lastSeenAt ?? createdAt).toISOString(),
  }));
  return { items: items.toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent)) };
}

/** Where one's two-factor sign-in stands; asked once a render. */
export const getTwoFactor = cache(async ({ userId }: Owner, db: Db = getDb()): Promise<TwoFactorView> => {
  const [row, recoveryCodesLeft] = await Promise.all([
    db.twoFactor.findUnique({ where: { userId }, select: { enabledAt: true } }),
    countRecoveryCodes(db, userId),
  ]);
  return { enabledAt: row?.enabledAt?.toISOString() ?? null, recoveryCodesLeft };
});

/** The providers that one can sign in with here, and those that are linked though this shop lost their keys. */
export async function listLinkedAccounts({ userId }: Owner, db: Db = getDb()): Promise<LinkedAccount[]> {
  const rows = await db.account.findMany({ where: { userId }, select: { provider: true, createdAt: true } });
  const linkedAt = new Map(rows.map(({ provider, createdAt }) => [provider, createdAt.toISOString()]));
  const offered = new Set(listOauthProviders().map(({ id }) => id));
  const providers = Object.keys(PROVIDER_NAMES) as LinkedProvider[];
  return providers
    .filter((provider) => offered.has(provider) || linkedAt.has(provider))
    .map((provider) => ({ provider, name: PROVIDER_NAMES[provider], linkedAt: linkedAt.get(provider) ?? null }));
}

const RECENT = 20;

function toText(data: unknown, key: string): string | null {
  const value = typeof data === "object" && data !== null ? Reflect.get(data, key) : null;
  return typeof value === "string" ? value : null;
}

/** What happened to the safety of one's account lately, latest first. */
export async function listActivity({ userId }: Owner, db: Db = getDb()): Promise<Activity[]> {
  const rows = await db.auditLog.findMany({
    where: { entity: "user", entityId: userId, action: { in: [...SECURITY_EVENTS] } },
    select: { id: true, at: true, action: true, ip: true, data: true },
    orderBy: { at: "desc" },
    take: RECENT,
  });
  return rows.map(({ id, at, action, ip, data }) => {
    const { browser, system } = describeDevice(toText(data, "userAgent"));
    const event = securityEventSchema.parse(action);
    return { id: String(id), event, at: at.toISOString(), ip, browser, system, provider: toText(data, "provider") };
  });
}

/** How many games one owns. */
export function countOwnedGames({ userId }: Owner, db: Db = getDb()): Promise<number> {
  return db.entitlement.count({ where: { userId, revokedAt: null } });
}
