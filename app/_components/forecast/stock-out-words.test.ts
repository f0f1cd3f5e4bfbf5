import { describe, expect, it } from "vitest";
import type { StockOut } from "@/lib/shared/forecast";
import { translatorOf } from "@/lib/shared/messages/test-translator";
import { describeOrder, describeStockOut } from "./stock-out-words";

const stock = (change: Partial<StockOut>): StockOut => ({
  state: "runs_out",
  keysLeft: 120,
  expectedDay: "2026-12-12",
  earliestDay: "2026-12-05",
  latestDay: "2027-01-02",
  keysToOrder: 340,
  horizonDays: 60,
  safetyPercent: 90,
  ...change,
});

const [english, spanish] = [translatorOf("en", "forecast"), translatorOf("es", "forecast")];
const say = ({ key, values }: ReturnType<typeof describeOrder>, t = english) => t(key, values);
const tell = (change: Partial<StockOut>, t = english) => {
  const { headline, detail } = describeStockOut(stock(change));
  return [headline, ...detail].map((sentence) => say(sentence, t));
};

describe("when keys run out", () => {
  it("is a day with its range, in each language's days", () => {
    expect(tell({})).toEqual(["Runs out on Dec 12, 2026", "80 % range: Dec 5, 2026 to Jan 2, 2027."]);
    expect(tell({}, spanish)).toEqual(["Se agotan el 12 dic 2026", "Rango del 80 %: del 5 dic 2026 al 2 ene 2027."]);
  });

  it("says where the range reaches beyond the forecast", () => {
    expect(tell({ latestDay: null })[1]).toContain("to beyond the 60 days of the forecast");
  });

  it("tells sold out, likely to last and sure to last apart", () => {
    const none = { expectedDay: null, earliestDay: null, latestDay: null };
    const headlines = [
      tell({ ...none, state: "sold_out", keysLeft: 0 }),
      tell({ ...none, state: "may_run_out", earliestDay: "2027-01-10" }),
      tell({ ...none, state: "lasts" }),
    ].map(([headline]) => headline);
    expect(headlines).toEqual(["Sold out", "Should last 60 days", "Lasts 60 days"]);
  });
});

it("says how many keys to order, one or none too", () => {
  const order = (keysToOrder: number) => say(describeOrder(stock({ keysToOrder })));
  expect(order(340)).toBe("Order 340 keys to be 90 % sure that the keys last 60 days.");
  expect(order(1)).toMatch(/^Order 1 key to/);
  expect(order(0)).toMatch(/^Nothing to order/);
});
