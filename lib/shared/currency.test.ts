import { describe, expect, it } from "vitest";
import { guessCurrency } from "./currency";

describe("guessCurrency", () => {
  it.each([
    ["en-GB,en;q=0.9", "GBP"],
    ["es-ES,es;q=0.9,en;q=0.8", "EUR"],
    ["es", "EUR"],
    ["de", "EUR"],
    ["pt-BR,pt;q=0.9", "BRL"],
    ["pt-PT", "EUR"],
    ["ja", "JPY"],
    ["en-US,en;q=0.5", "USD"],
    ["es-MX", "USD"],
  ])("takes %s for %s", (header, currency) => {
    expect(guessCurrency(header)).toBe(currency);
  });

  it("follows the most wanted language, wherever it stands, and passes over the unwanted one", () => {
    expect(guessCurrency("en-US;q=0.3, ja;q=0.8, de;q=0.5")).toBe("JPY");
    expect(guessCurrency("ja;q=0, en-GB;q=0.1")).toBe("GBP");
  });

  it("passes over a country without a currency of this shop", () => {
    expect(guessCurrency("es-MX,de;q=0.5")).toBe("EUR");
  });

  it("believes the host's country before the language", () => {
    expect(guessCurrency("en-US", "br")).toBe("BRL");
    expect(guessCurrency("en-GB", "CL")).toBe("GBP");
  });

  it.each([null, "", "*", ";;;", "\u0000", "q=1", "x".repeat(9000), ",".repeat(9000), "ja;q=much"])(
    "falls back to US dollars for %j",
    (header) => {
      expect(guessCurrency(header)).toBe("USD");
    },
  );
});
