import { describe, expect, it } from "vitest";
import { parseSalesCsv } from "./sales-csv";
import type { SoldGame } from "./shop-games";
import { parseStagedDays, type StagedDay } from "./stage-games";
import { toGameCsv } from "./transform";

const game: SoldGame = {
  gameId: "g",
  slug: "g",
  publisherId: "p",
  firstDay: "2028-02-28",
  genres: ["rpg"],
  error: null,
};
const facts = { game, preReleaseWishlists: null, launches: [] };
const lines = ["2028-02-28,2,4000,2000,0.25,4,4.33,1", "2028-02-29,0,0,2000,0.00,4,4.33,0"];
const staged = () => [...parseStagedDays(lines.join(";"))];
const broken = (over: Partial<StagedDay>) => staged().map((day, index) => (index === 1 ? { ...day, ...over } : day));

describe("a game's CSV", () => {
  it("has its staged days, also where there is only one", () => {
    const csv = toGameCsv(staged(), facts, ["action", "rpg"]);
    expect(csv).toMatchObject({ rows: 2, units: 2, firstDay: "2028-02-28", lastDay: "2028-02-29" });
    expect(parseSalesCsv(csv.text, "g")[0]).toMatchObject({
      units: 2,
      discountRate: 0.25,
      rating: 4.33,
      genres: ["rpg"],
    });
    const one = toGameCsv(staged().slice(0, 1), facts, []);
    expect(parseSalesCsv(one.text, "g")).toHaveLength(1);
  });

  it.each([
    [{ rating: Number.NaN }, "a rating of NaN (score 4) on 2028-02-29 cannot be"],
    [{ rating: 5.01 }, "a rating of 5.01"],
    [{ unitPriceCents: Number.NaN }, "a price of NaN cents on 2028-02-29 cannot be"],
    [{ unitPriceCents: -1 }, "a price of -1 cents"],
    [{ discountRate: Number.NaN }, "a discount of NaN"],
    [{ units: 100_000_001 }, "100000001 units"],
    [{ units: 0.5 }, "0.5 units"],
    [{ revenueCents: 2e14 }, "a revenue of 200000000000000 cents"],
    [{ wishlistAdds: Number.NaN }, "NaN wishes"],
    [{ date: "2028-02-28" }, "the series jumps to 2028-02-28"],
    [{ date: "2028-03-01" }, "the series up to 2028-03-01 has 2 days only"],
  ])("is refused where a day has %j", (over, message) => {
    expect(() => toGameCsv(broken(over), facts, [])).toThrow(message);
  });

  it("is refused where there is no day, or not the first", () => {
    expect(() => toGameCsv(staged().slice(1), facts, [])).toThrow("the series jumps to 2028-02-29");
    expect(() => toGameCsv([], facts, [])).toThrow("the series is empty");
  });
});
