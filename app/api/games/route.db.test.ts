import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createTestGame } from "@/lib/server/catalogue/test-catalogue";
import { gamePageSchema } from "@/lib/shared/catalogue";
import { errorBodySchema } from "@/lib/shared/errors";
import { gameDetailSchema } from "@/lib/shared/game-detail";
import { GET as answerUnknown } from "../[[...rest]]/route";
import { GET as getGame } from "./[slug]/route";
import { GET as listGames } from "./route";

const database = useTestDatabase();

beforeAll(async () => {
  const { db } = database;
  const id = await createTestGame(db, { slug: "one", title: "One", genres: ["rpg"], categories: ["co-op"] });
  await createTestGame(db, { slug: "two", title: "Two", genres: ["rpg"] });
  await createTestGame(db, { slug: "hidden", title: "Hidden", status: "draft" });
  await createTestGame(db, { slug: "one-dlc", kind: "dlc", baseGameId: id });
  const user = await db.user.create({ data: { email: "r@test.example", name: "Ria", passwordHash: "a-hash" } });
  const review = { gameId: id, userId: user.id, isRecommended: true, stars: 4, body: "<b>Good</b>" };
  await db.review.create({ data: review });
  const media = { gameId: id, kind: "cover", alt: "A knight", width: 600, height: 800 } as const;
  await db.media.create({ data: { ...media, externalUrl: "https://elsewhere.example/a.jpg" } });
  await db.media.create({ data: { ...media, position: 1, storageKey: "kratos/media/one/cover.webp" } });
});

async function list(query: string) {
  const response = await listGames(new Request(`http://localhost/api/games?${query}`), { params: Promise.resolve({}) });
  return { status: response.status, body: await response.json() };
}

async function get(slug: string) {
  const response = await getGame(new Request(`http://localhost/api/games/${slug}`), {
    params: Promise.resolve({ slug }),
  });
  return { status: response.status, body: await response.json() };
}

describe("GET /api/games", () => {
  it("answers a page in the declared shape, and the next one by its cursor", async () => {
    const first = await list("limit=2&sort=title");
    expect(first.status).toBe(200);
    const page = gamePageSchema.parse(first.body);
    expect(page.items.map((game) => game.slug)).toEqual(["one", "one-dlc"]);
    expect(page.items[0]?.cover).toEqual({ url: "/media/one/cover.webp", alt: "A knight", width: 600, height: 800 });
    const second = await list(`limit=2&sort=title&cursor=${page.nextCursor}`);
    expect(second.body).toMatchObject({ items: [{ slug: "two" }], nextCursor: null });
  });

  it.each([
    ["genre=polka", "genre"],
    ["genre=RPG'--", "genre"],
    ["category=nowhere", "category"],
    ["sort=worst", "sort"],
    ["sort=relevance", "sort"],
    ["limit=0", "limit"],
    ["limit=-1", "limit"],
    ["limit=1e9", "limit"],
    ["limit=1.5", "limit"],
    ["limit=many", "limit"],
    ["limit=", "limit"],
    ["cursor=", "cursor"],
    ["cursor=broken", "cursor"],
    [`cursor=${"a".repeat(5000)}`, "cursor"],
    [`q=${"a".repeat(101)}`, "q"],
    ["q=a%00b", "q"],
  ])("refuses %s by naming the field %s", async (query, field) => {
    const { status, body } = await list(query);
    expect(status).toBe(422);
    const { error } = errorBodySchema.parse(body);
    expect(error.code).toBe("invalid_input");
    expect(Object.keys(error.fields ?? {})).toEqual([field]);
  });

  it("refuses a cursor of another order or of other filters", async () => {
    const { body } = await list("limit=1&sort=title&genre=rpg");
    const { nextCursor } = gamePageSchema.parse(body);
    expect((await list(`sort=title&genre=rpg&cursor=${nextCursor}`)).status).toBe(200);
    for (const query of ["sort=popular&genre=rpg", "sort=title", "sort=title&genre=rpg&q=one"]) {
      const foreign = await list(`${query}&cursor=${nextCursor}`);
      expect(foreign.status).toBe(422);
      expect(foreign.body.error.fields).toHaveProperty("cursor");
    }
  });

  it.each(["q='%20OR%201=1;--", "q=%3Cscript%3Ealert(1)%3C/script%3E", "q=%25", "q=%F0%9F%92%A3"])(
    "finds nothing and breaks nothing by %s",
    async (query) => {
      expect(await list(query)).toEqual({ status: 200, body: { items: [], nextCursor: null } });
    },
  );

  it("takes an empty search for none", async () => {
    expect((await list("q=%20")).body.items).toHaveLength(3);
  });
});

describe("GET /api/games/{slug}", () => {
  it("answers the whole game and nothing that is not the public's", async () => {
    const { status, body } = await get("one");
    expect(status).toBe(200);
    const game = gameDetailSchema.parse(body);
    expect(game.extras.map((extra) => extra.slug)).toEqual(["one-dlc"]);
    expect(game.categories).toEqual([{ slug: "co-op", name: "CO OP" }]);
    expect(JSON.stringify(body)).not.toMatch(/a-hash|r@test\.example|elsewhere\.example|storageKey/);
  });

  it("names the base game of a DLC", async () => {
    expect((await get("one-dlc")).body.baseGame).toMatchObject({ slug: "one" });
  });

  it.each(["nothing", "hidden", "ONE", "one'--", "../one", "a".repeat(300)])("has no %s", async (slug) => {
    const { status, body } = await get(slug);
    expect(status).toBe(404);
    expect(errorBodySchema.parse(body).error.code).toBe("not_found");
  });
});

describe("an unknown address below /api", () => {
  it("answers in the one error shape", async () => {
    const response = await answerUnknown(new Request("http://localhost/api/nothing"));
    expect(response.status).toBe(404);
    expect(errorBodySchema.parse(await response.json()).error.code).toBe("not_found");
  });
});
