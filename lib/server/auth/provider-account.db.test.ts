import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { getLastMail } from "../mail/test-mail";
import { registerShopper } from "./commands";
import { type ProviderProfile, signInWithProvider } from "./provider-account";

const database = useTestDatabase();
const caller = { ip: "198.51.100.1", userAgent: "test" };
const signIn = (profile: ProviderProfile) => signInWithProvider(profile, { caller, db: database.db });

function profileOf(email: string | null, change: Partial<ProviderProfile> = {}): ProviderProfile {
  const providerAccountId = crypto.randomUUID();
  return { provider: "google", providerAccountId, email, isEmailVerified: true, name: "Ada", ...change };
}

async function userIdOf(profile: ProviderProfile): Promise<string> {
  const outcome = await signIn(profile);
  if (outcome.kind !== "signed_in") throw new Error(outcome.kind);
  return outcome.userId;
}

describe("signInWithProvider", () => {
  it("makes an account at the first visit and finds it at the next, by the provider's id", async () => {
    const profile = profileOf("ada@example.com");
    const userId = await userIdOf(profile);
    expect(await userIdOf({ ...profile, email: "new-address@example.com" })).toBe(userId);
    const user = await database.db.user.findUniqueOrThrow({ where: { id: userId } });
    expect(user).toMatchObject({ email: "ada@example.com", role: "shopper", passwordHash: null });
    expect(user.emailVerifiedAt).not.toBeNull();
  });

  it("takes an address for checked only when the provider checked it", async () => {
    const userId = await userIdOf(profileOf("unchecked@example.com", { isEmailVerified: false }));
    expect((await database.db.user.findUniqueOrThrow({ where: { id: userId } })).emailVerifiedAt).toBeNull();
    expect((await getLastMail(database.db, "unchecked@example.com")).kind).toBe("account.verify");
  });

  it("never links itself to an account with a password by the address", async () => {
    const input = { name: "Joan", email: "joan@example.com", password: "a few random words" };
    const { userId } = await registerShopper(input, database.db);
    for (const isEmailVerified of [false, true]) {
      const profile = profileOf("Joan@Example.com", { isEmailVerified });
      expect(await signIn(profile)).toEqual({ kind: "email_taken" });
    }
    expect(await database.db.account.count({ where: { userId } })).toBe(0);
  });

  it("keeps two providers' identities apart, though they carry one id", async () => {
    const google = profileOf("one@example.com");
    const github: ProviderProfile = { ...google, provider: "github", email: "two@example.com" };
    expect(await userIdOf(google)).not.toBe(await userIdOf(github));
  });

  it.each([null, "", "no address", "a@example.com, b@example.com", "a@example.com\r\nBcc: b@example.com"])(
    "makes no account with the address %j",
    async (email) => {
      expect(await signIn(profileOf(email))).toEqual({ kind: "email_missing" });
    },
  );

  it("names an account so that nothing around the name breaks", async () => {
    const userId = await userIdOf(profileOf("odd@example.com", { name: `  \u202eA\u0000da${"x".repeat(100)}` }));
    const { name } = await database.db.user.findUniqueOrThrow({ where: { id: userId } });
    expect(name).toMatch(/^Adax{77}$/);
  });

  it.each([null, "\u200b\u2060", "\u202e \u0000"])(
    "names an account of no visible name by its address: %j",
    async (name) => {
      const { length } = name ?? "";
      const userId = await userIdOf(profileOf(`nameless-${length}@example.com`, { name }));
      expect((await database.db.user.findUniqueOrThrow({ where: { id: userId } })).name).toBe(`nameless-${length}`);
    },
  );

  it("makes one account when two tabs come back at once", async () => {
    const profile = profileOf("tabs@example.com");
    const ids = await Promise.all(Array.from({ length: 8 }, () => userIdOf(profile)));
    expect(new Set(ids).size).toBe(1);
    expect(await database.db.user.count({ where: { email: "tabs@example.com" } })).toBe(1);
  });
});
