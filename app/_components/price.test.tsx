import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Locale } from "@/lib/shared/locale";
import { en } from "@/lib/shared/messages/en";
import { es } from "@/lib/shared/messages/es";
import { Price } from "./price";

const messages = { en, es };

/** The text as a screen reader says it, with plain spaces. */
function say(price: Parameters<typeof Price>[0]["price"], locale: Locale = "en"): string {
  const page = (
    <NextIntlClientProvider locale={locale} messages={{ common: messages[locale].common }} timeZone="UTC">
      <Price price={price} />
    </NextIntlClientProvider>
  );
  return renderToStaticMarkup(page)
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("\u00a0", " ");
}

const usd = { listCents: 3999, amountCents: 3999, discountPercent: 0, currency: "USD" };

describe("Price", () => {
  it("says the amount alone without a discount", () => {
    expect(say(usd)).toBe("$39.99");
  });

  it("says the discount and what it is taken from", () => {
    expect(say({ ...usd, amountCents: 1600, discountPercent: 60 })).toBe("Discount −60%Instead of $39.99$16.00");
  });

  it("keeps the game's currency and its digits", () => {
    expect(say({ ...usd, listCents: 399, amountCents: 399, currency: "GBP" })).toBe("£3.99");
    expect(say({ ...usd, amountCents: 2400, currency: "JPY" })).toBe("¥2,400");
  });

  it("calls nothing to pay free, and nothing for sale by its name", () => {
    expect(say({ ...usd, listCents: 0, amountCents: 0 })).toBe("Free");
    expect(say(null)).toBe("Not for sale");
  });

  it("is written in the reader's language, with the sign of the currency", () => {
    const sale = { ...usd, amountCents: 1600, discountPercent: 60 };
    expect(say(sale, "es")).toBe("Descuento −60 %En lugar de 39,99 $16,00 $");
    expect(say({ ...usd, amountCents: 2900, currency: "JPY" }, "es")).toBe("2900 ¥");
    expect(say({ ...usd, amountCents: 6499, currency: "BRL" }, "es")).toBe("64,99 R$");
    expect(say({ ...usd, amountCents: 6499, currency: "BRL" })).toBe("R$64.99");
    expect(say(null, "es")).toBe("No está a la venta");
  });
});
