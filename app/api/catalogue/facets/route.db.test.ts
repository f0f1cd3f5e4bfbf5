import { beforeAll, describe, expect, it } from "vitest";
import { GET as listGames } from "@/app/api/games/route";
import { GET as suggest } from "@/app/api/search/suggest/route";
import { useTestDatabase } from "@/jobs/local/test-database";
import { Random } from "@/jobs/simulate/random";
import { createTestGame } from "@/lib/server/catalogue/test-catalogue";
import { gameFacetsSchema } from "@/lib/shared/catalogue-facets";
import { CHOICE_FACETS } from "@/lib/shared/catalogue-query";
import { errorBodySchema } from "@/lib/shared/errors";
import { GAME_SORTS } from "@/lib/shared/game-sorts";
import { GET } from "./route";

const database = useTestDatabase();

beforeAll(async () => {
  for (let place = 0; place < 12; place += 1) {
    const genres = place % 2 === 0 ? ["rpg"] : ["action"];
    await createTestGame(database.db, { slug: `game-${place}`, title: `Game ${place}`, genres, categories: ["co-op"] });
  }
});

async function call(handler: typeof GET, query: string) {
  const request = new Request(`http://localhost/api/any?${query}`);
  const response = await handler(request, { params: Promise.resolve({}) });
  return { status: response.status, body: await response.json() };
}

describe("GET /api/catalogue/facets", () => {
  it("counts in the shopper's currency, and a facet without its own choice", async () => {
    const request = new Request("http://localhost/api/catalogue/facets?genre=rpg", {
      headers: { "accept-language": "ja" },
    });
    const response = await GET(request, { params: Promise.resolve({}) });
    const facets = gameFacetsSchema.parse(await response.json());
    expect(facets.currency).toBe("JPY");
    expect(facets.total).toEqual({ count: 6, isCapped: false });
    expect(facets.choices.genre.map(({ value, count }) => [value, count]).toSorted()).toEqual([
      ["action", 6],
      ["rpg", 6],
    ]);
    expect(facets.choices.players).toMatchObject([{ value: "co-op", count: 6 }]);
  });

  it.each([
    ["genre=polka", "genre"],
    ["tag=a,b", "tag"],
    ["publisher=nobody", "publisher"],
    ["language=xx", "language"],
    ["language=%00", "language"],
    ["players=solo", "players"],
    ["offer=gift", "offer"],
    ["release=soon", "release"],
    ["kind=Base", "kind"],
    ["rating=5", "rating"],
    ["rating=4;drop", "rating"],
    ["priceMinCents=-1", "priceMinCents"],
    ["priceMinCents=", "priceMinCents"],
    ["priceMaxCents=1e3", "priceMaxCents"],
    ["priceMinCents=500&priceMaxCents=400", "priceMaxCents"],
    [`genre=${Array.from({ length: 30 }, (_, n) => `g-${n}`).join(",")}`, "genre"],
    [`q=${"x".repeat(10_240)}`, "q"],
  ])("refuses %s by naming the field %s", async (query, field) => {
    const { status, body } = await call(GET, query);
    expect(status).toBe(422);
    expect(Object.keys(errorBodySchema.parse(body).error.fields ?? {})).toEqual([field]);
  });
});

const PIECES = [
  "rpg",
  "co-op",
  "",
  ",",
  ",,rpg,",
  "%00",
  "%F0%9F%92%A3",
  "%ED%A0%80",
  "%D7%A9%D7%9C%D7%95%D7%9D",
  "%E2%80%AEgnp",
  "'%3B--",
  "%3Cscript%3E",
  "a".repeat(10_240),
  "-1",
  "99999999999999999999",
  "NaN",
  "null",
  "4",
  "sale,free",
  "%25",
  "_",
  "%5C",
  "%26%7C!():*",
  "s.t.a.l.k.e.r",
  "東方",
  "constructor",
  "__proto__",
];

const FIELDS = [
  ...CHOICE_FACETS,
  "q",
  "rating",
  "priceMinCents",
  "priceMaxCents",
  "sort",
  "cursor",
  "limit",
  "__proto__",
];

describe("any query string at all", () => {
  it("is answered or refused, never failed on", async () => {
    const random = new Random(3, "fuzz");
    const pick = <Value>(list: readonly Value[]): Value => list[random.int(0, list.length - 1)] as Value;
    const statuses = new Map<number, number>();
    for (let round = 0; round < 600; round += 1) {
      const query = Array.from({ length: random.int(1, 4) }, () => {
        const field = pick(FIELDS);
        return `${field}=${field === "sort" && random.chance(0.8) ? pick(GAME_SORTS) : pick(PIECES)}`;
      }).join("&");
      const { status, body } = await call(pick([GET, listGames, suggest]) as typeof GET, query);
      expect([query, status]).toEqual([query, expect.toSatisfy((code: number) => code === 200 || code === 422)]);
      if (status === 422) errorBodySchema.parse(body);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses.keys()].toSorted()).toEqual([200, 422]);
  });

  it("takes searches of every kind of sign for text", async () => {
    for (const q of ["\ud800", "\udfff a", "🎮", "שלום", "!!!", "a & b | !c", "\\", "'", "(((", ":*", "<->", "%_%"]) {
      const { status } = await call(listGames as typeof GET, new URLSearchParams({ q }).toString());
      expect([q, status]).toEqual([q, 200]);
    }
  });
});
