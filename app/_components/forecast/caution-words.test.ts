import { describe, expect, it } from "vitest";
import type { Caution } from "@/lib/shared/forecast-plan";
import { toFormats } from "@/lib/shared/formats/formats";
import type { Locale } from "@/lib/shared/locale";
import { translatorOf } from "@/lib/shared/messages/test-translator";
import { describeCaution } from "./caution-words";

function tell(caution: Caution, locale: Locale = "en"): string {
  const speech = { t: translatorOf(locale, "forecast"), formats: toFormats(locale), currency: "USD" };
  return describeCaution(caution, speech).replaceAll("\u00a0", " ");
}

describe("a caution", () => {
  const discount = { discountPercent: 75, gameDepths: [20, 50], storeDepths: [20, 75] };
  const asDiscount = (change: Partial<typeof discount>): Caution => ({ about: "discount", ...discount, ...change });

  it("of a discount says which depths were seen, of the game and of the store", () => {
    expect(tell(asDiscount({}))).toBe(
      "This game was never sold at 75 % off; its discounts so far: 20 and 50 %. The answer rests on other games at 75 % off.",
    );
    expect(tell(asDiscount({ storeDepths: [20, 25, 50] }))).toContain(
      "No game of the store was sold at 75 % off; seen were 20, 25, and 50 %.",
    );
    expect(tell(asDiscount({ gameDepths: [] }))).toMatch(/^This game was never discounted so far\./);
    expect(tell(asDiscount({ gameDepths: [], storeDepths: [] }))).toContain("No game of the store was ever discounted");
  });

  it("of a price names those that the game had, and what games cost where none is like it", () => {
    const price = { about: "price", priceCents: 9999, gamePrices: [1999], storeRange: null } as const;
    expect(tell({ ...price, gamePrices: [1999] })).toBe("This game never had a list price of $99.99; it had $19.99.");
    expect(tell({ ...price, gamePrices: [], storeRange: [499, 6999] }, "es")).toBe(
      "Este juego no tenía precio base hasta ahora. Ningún juego de la tienda tuvo un precio así: cuestan de 4,99 $ a 69,99 $.",
    );
  });

  it("of days names one or the span", () => {
    expect(tell({ about: "dates", from: "2026-04-02", through: "2026-04-03" })).toMatch(
      /^Between Apr 2, 2026 and Apr 3, 2026 a deeper/,
    );
    expect(tell({ about: "dates", from: "2026-04-03", through: "2026-04-03" })).toMatch(/^On Apr 3, 2026 a deeper/);
  });

  it("of the method says what the answer rests on", () => {
    expect(tell({ about: "method", reason: "borrowed" })).toContain("past sales only");
    expect(tell({ about: "method", reason: "launch" })).toContain("not out yet");
    expect(tell({ about: "method", reason: "young" })).toContain("fewer than 90 days");
  });
});
