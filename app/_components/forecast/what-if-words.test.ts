import { describe, expect, it } from "vitest";
import type { Difference, WhatIf } from "@/lib/shared/forecast-plan";
import { toFormats } from "@/lib/shared/formats/formats";
import type { Locale } from "@/lib/shared/locale";
import { translatorOf } from "@/lib/shared/messages/test-translator";
import { describeWhatIf, isOpen } from "./what-if-words";

function words(units: Difference, revenueCents: Difference, locale: Locale = "en"): string {
  const days = [{ day: "2026-11-23" }, { day: "2027-01-21" }];
  const answer = { base: { days }, currency: "USD", difference: { units, revenueCents } } as WhatIf;
  return describeWhatIf(answer, translatorOf(locale, "forecast"), toFormats(locale));
}

describe("describeWhatIf", () => {
  const gain = { expected: 412, lower: 280, upper: 560 };
  const loss = { expected: -123_000, lower: -200_000, upper: -50_000 };

  it("says gains and losses with the range of each, the smaller change first", () => {
    expect(words(gain, loss)).toBe(
      "Compared with what is planned now, this should sell 412 more units (280 to 560 more) and bring " +
        "$1,230 less revenue ($500 to $2,000 less) from Nov 23, 2026 to Jan 21, 2027.",
    );
    expect(words(gain, loss, "es").replaceAll("\u00a0", " ")).toBe(
      "Frente a lo planificado ahora, esto supondría 412 unidades más (de 280 a 560 más) y " +
        "1230 $ menos de ingresos (de 500 $ a 2000 $ menos) del 23 nov 2026 al 21 ene 2027.",
    );
  });

  it("names both sides of a range that holds a gain and a loss", () => {
    const text = words({ expected: -3, lower: -9, upper: 4 }, { expected: 0, lower: -100, upper: 100 });
    expect(text).toContain("3 fewer units (from 9 fewer to 4 more)");
    expect(text).toContain("the same revenue (from $1.00 less to $1.00 more)");
  });

  it("makes no range of nothing", () => {
    const none = { expected: 0, lower: 0, upper: 0 };
    expect(words(none, none)).toContain("sell as many units and bring the same revenue");
  });
});

it("is open only where the range holds both a gain and a loss", () => {
  expect(isOpen({ expected: 1, lower: -1, upper: 3 })).toBe(true);
  expect(isOpen({ expected: 1, lower: 0, upper: 3 })).toBe(false);
  expect(isOpen({ expected: -2, lower: -3, upper: 0 })).toBe(false);
});
