import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { LinkedProvider } from "@/lib/shared/account";
import { listLinkedAccounts } from "../account/queries";
import { createProviderShopper, createShopper, newCaller } from "../account/test-account";
import { getLastMail } from "../mail/test-mail";
import { refusalOf } from "../test-refusal";
import type { Actor } from "./actor";
import { linkIdentity, unlinkProvider } from "./linked-accounts";

const database = useTestDatabase();
const context = () => ({ caller: newCaller(), db: database.db });
let ada: Actor;
let id: string;

const link = (actor: Actor, provider: LinkedProvider = "github", providerAccountId = id) =>
  linkIdentity(actor.userId, { provider, providerAccountId }, context());
const unlink = (actor: Actor, provider: LinkedProvider = "github") => unlinkProvider(actor, provider, context());
const providersOf = async ({ userId }: Actor) =>
  (await database.db.account.findMany({ where: { userId } })).map(({ provider }) => provider).sort();

beforeEach(async () => {
  ada = await createShopper(database.db);
  id = crypto.randomUUID();
});

describe("linking an identity", () => {
  it("tells the owner, is in the log, and does nothing the second time", async () => {
    expect(await link(ada)).toBe("linked");
    expect(await getLastMail(database.db, ada.email)).toMatchObject({ subject: "GitHub was linked to your account" });
    const mails = await database.db.mail.count({ where: { toEmail: ada.email } });
    expect(await link(ada)).toBe("linked");
    expect(await database.db.mail.count({ where: { toEmail: ada.email } })).toBe(mails);
    const where = { entityId: ada.userId, action: "account.provider_linked" };
    expect(await database.db.auditLog.count({ where })).toBe(1);
    expect(await listLinkedAccounts(ada, database.db)).toMatchObject([{ provider: "github", name: "GitHub" }]);
  });

  it("takes one of a provider, also of eight that come at once", async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => link(ada, "github", crypto.randomUUID())));
    expect(outcomes.filter((outcome) => outcome === "linked")).toHaveLength(1);
    expect(await providersOf(ada)).toEqual(["github"]);
  });

  it("never takes one that is somebody else's, also where both come at once", async () => {
    const eve = await createShopper(database.db, "Eve");
    const outcomes = await Promise.all([link(ada), link(eve)]);
    expect(outcomes.toSorted()).toEqual(["linked", "taken"]);
    expect([...(await providersOf(ada)), ...(await providersOf(eve))]).toEqual(["github"]);
  });
});

describe("unlinking a provider", () => {
  it("leaves the password to sign in with, and tells the owner", async () => {
    await link(ada);
    await unlink(ada);
    expect(await providersOf(ada)).toEqual([]);
    expect(await getLastMail(database.db, ada.email)).toMatchObject({ kind: "account.unlinked" });
  });

  it("is refused for the last way to sign in", async () => {
    const grace = await createProviderShopper(database.db, "google");
    expect((await refusalOf(unlink(grace, "google"))).code).toBe("conflict");
    await link(grace);
    await unlink(grace, "google");
    expect((await refusalOf(unlink(grace))).code).toBe("conflict");
  });

  it("leaves one way where both of two are unlinked at once", async () => {
    for (let round = 0; round < 5; round += 1) {
      const grace = await createProviderShopper(database.db, "google");
      await link(grace, "github", crypto.randomUUID());
      const results = await Promise.allSettled([unlink(grace, "google"), unlink(grace)]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await providersOf(grace)).toHaveLength(1);
    }
  });

  it("finds nothing that is somebody else's", async () => {
    const eve = await createShopper(database.db, "Eve");
    await link(eve);
    expect((await refusalOf(unlink(ada))).code).toBe("not_found");
    expect(await providersOf(eve)).toEqual(["github"]);
  });
});
