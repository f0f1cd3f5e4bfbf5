import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createTestGame } from "@/lib/server/catalogue/test-catalogue";
import { suggestionsSchema } from "@/lib/shared/catalogue-facets";
import { errorBodySchema } from "@/lib/shared/errors";
import { GET } from "./route";

const database = useTestDatabase();

beforeAll(async () => {
  await createTestGame(database.db, {
    slug: "iron-nova",
    title: "Iron Nova",
    genres: ["novelty"],
    publisher: "novatech",
  });
  await createTestGame(database.db, { slug: "nova-draft", title: "Nova Draft", status: "draft" });
});

async function suggest(query: string) {
  const response = await GET(new Request(`http://localhost/api/search/suggest?${query}`), {
    params: Promise.resolve({}),
  });
  return { status: response.status, body: await response.json() };
}

describe("GET /api/search/suggest", () => {
  it("answers published games with their price, publishers and genres", async () => {
    const { status, body } = await suggest("q=nov");
    expect(status).toBe(200);
    const { games, terms } = suggestionsSchema.parse(body);
    expect(games).toMatchObject([{ slug: "iron-nova", title: "Iron Nova", cover: null, price: { amountCents: 1999 } }]);
    expect(terms).toEqual([
      { facet: "publisher", value: "novatech", name: "novatech" },
      { facet: "genre", value: "novelty", name: "NOVELTY" },
    ]);
  });

  it.each(["", "q=", "q=%20%20"])("offers nothing for %j", async (query) => {
    expect(await suggest(query)).toEqual({ status: 200, body: { games: [], terms: [] } });
  });

  it.each([`q=${"a".repeat(10_240)}`, "q=a%00b"])("refuses what is no text to search for", async (query) => {
    const { status, body } = await suggest(query);
    expect(status).toBe(422);
    expect(errorBodySchema.parse(body).error.fields).toHaveProperty("q");
  });
});
