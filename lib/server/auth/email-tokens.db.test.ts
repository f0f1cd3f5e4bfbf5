import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createDb } from "../db";
import { consumeEmailToken, dropEmailTokens, findEmailToken, issueEmailToken } from "./email-tokens";

const database = useTestDatabase();
let userId: string;
const email = () => `${userId}@example.com`;
const issue = (kind: "verify_email" | "reset_password" = "verify_email", now = new Date()) =>
  issueEmailToken(database.db, { userId, kind, email: email() }, now);
const consume = (token: string, now = new Date()) => consumeEmailToken(database.db, token, ["verify_email"], now);

beforeEach(async () => {
  userId = crypto.randomUUID();
  await database.db.user.create({ data: { id: userId, email: email(), name: "Ada" } });
});

describe("a link's token", () => {
  it("proves its address once", async () => {
    const token = await issue();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await consume(token)).toEqual({ userId, kind: "verify_email", email: email() });
    expect(await consume(token)).toBeNull();
    expect(await findEmailToken(database.db, token, ["verify_email"])).toBeNull();
  });

  it("is worth something to one of twenty sessions that come with it at once", async () => {
    const token = await issue();
    const sessions = Array.from({ length: 4 }, () => createDb(database.url, { maxConnections: 5 }));
    const attempts = Array.from({ length: 20 }, (_, index) =>
      consumeEmailToken(sessions[index % 4] ?? database.db, token, ["verify_email"]),
    );
    const owners = await Promise.all(attempts);
    await Promise.all(sessions.map((db) => db.$disconnect()));
    expect(owners.filter(Boolean)).toHaveLength(1);
  });

  it("is not used up by being looked at, as mail scanners do", async () => {
    const token = await issue();
    for (let look = 0; look < 3; look += 1) {
      expect(await findEmailToken(database.db, token, ["verify_email"])).not.toBeNull();
    }
    expect(await consume(token)).not.toBeNull();
  });

  it("works no more once it is over", async () => {
    const token = await issue("verify_email", new Date(Date.now() - 49 * 3_600_000));
    expect(await consume(token)).toBeNull();
  });

  it("is replaced by the next one of its kind, and by no other", async () => {
    const first = await issue();
    await issue("reset_password");
    expect(await findEmailToken(database.db, first, ["verify_email"])).not.toBeNull();
    const second = await issue();
    expect(await consume(first)).toBeNull();
    expect(await consume(second)).not.toBeNull();
  });

  it("of one kind does nothing of another kind", async () => {
    expect(await consume(await issue("reset_password"))).toBeNull();
  });

  it("is not in the database", async () => {
    const token = await issue();
    const rows = await database.db.emailToken.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("ends with all others of its user, and only of that user", async () => {
    const [mine, other] = [await issue(), crypto.randomUUID()];
    await database.db.user.create({ data: { id: other, email: `${other}@example.com`, name: "Eve" } });
    await dropEmailTokens(database.db, other);
    expect(await findEmailToken(database.db, mine, ["verify_email"])).not.toBeNull();
    await dropEmailTokens(database.db, userId);
    expect(await findEmailToken(database.db, mine, ["verify_email"])).toBeNull();
  });
});
