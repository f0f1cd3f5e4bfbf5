import { describe, expect, it } from "vitest";
import { toFormats } from "./formats";
import { NO_BREAK } from "./number-formats";

const en = toFormats("en");
const es = toFormats("es");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** With plain spaces, as people type them. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

it("are made once for each language", () => {
  expect(toFormats("en")).toBe(en);
  expect(es).not.toBe(en);
});

describe("numbers", () => {
  it("are written with the marks of their language", () => {
    expect([en.count(12_345), es.count(12_345)]).toEqual(["12,345", "12.345"]);
    expect([en.amount(2.14), es.amount(2.14)]).toEqual(["2.1", "2,1"]);
    expect([en.tenths(3), es.tenths(3.14)]).toEqual(["3.0", "3,1"]);
    expect([en.score(0.5), es.score(0.5)]).toEqual(["0.500", "0,500"]);
    expect([en.band([10, 2000]), es.band([10, 20_000])]).toEqual(["10 – 2,000", "10 – 20.000"]);
  });

  it("carry a minus as wide as the plus, and nothing has no sign", () => {
    expect([7.92, -0.4, 0].map(en.signed)).toEqual(["+7.9", "−0.4", "0"]);
    expect([0.25, -0.1, 0].map(es.change).map(plain)).toEqual(["+25 %", "−10 %", "0 %"]);
    expect([en.discount(25), plain(es.discount(25))]).toEqual(["−25%", "−25 %"]);
  });

  it("are never torn from their percent sign", () => {
    expect(en.share(0.8)).toBe(`80${NO_BREAK}%`);
    expect(plain(es.exactShare(0.8234))).toBe("82,3 %");
  });

  it("of money are whole where they are estimates of some size", () => {
    const dollars = (amountCents: number) => ({ amountCents, currency: "USD" });
    expect([en.money(dollars(1999)), en.roughMoney(dollars(123_049)), en.roughMoney(dollars(999))]).toEqual([
      "$19.99",
      "$1,230",
      "$9.99",
    ]);
    expect(plain(es.roughMoney({ amountCents: 123_049, currency: "EUR" }))).toBe("1230 €");
    expect(plain(es.roughMoney({ amountCents: 1500, currency: "JPY" }))).toBe("1500 ¥");
  });

  it("are listed as a sentence lists them", () => {
    expect([en.list(["20", "50"]), es.list(["20", "25", "50"])]).toEqual(["20 and 50", "20, 25 y 50"]);
  });
});

describe("days", () => {
  it("are UTC days, whatever the zone of the machine", () => {
    expect([en.day("2026-03-04"), es.day("2026-03-04")]).toEqual(["Mar 4, 2026", "4 mar 2026"]);
    expect(en.day("2024-02-29")).toBe("Feb 29, 2024");
    expect([en.weekday("2026-12-05"), es.weekday("2026-12-05")]).toEqual(["Sat, Dec 5", "sáb, 5 dic"]);
    expect([en.weekdayName("2026-12-05"), es.weekdayName("2026-12-05")]).toEqual(["Saturday", "sábado"]);
  });

  it("are named by month where many are shown", () => {
    expect([en.tick("2026-03-04", 60), en.tick("2026-03-04", 400)]).toEqual(["Mar 4", "Mar 2026"]);
  });

  it("of a week are its first and last", () => {
    expect(en.period("2026-12-28", "week")).toBe("Dec 28 – Jan 3, 2027");
    expect(en.period("2026-12-28", "day")).toBe("Mon, Dec 28, 2026");
  });
});

describe("moments", () => {
  it("are in UTC, midnight as 00", () => {
    expect(en.moment("2026-11-24T02:05:59Z")).toBe("Nov 24, 02:05 UTC");
    expect(en.moment(new Date("2026-03-10T00:00:00Z"))).toBe("Mar 10, 00:00 UTC");
    expect(es.moment("2026-11-24T02:05:59Z")).toBe("24 nov, 02:05 UTC");
  });

  it("are as exact as asked for", () => {
    const at = Date.parse("2026-03-10T00:00:04.250Z");
    expect([en.clock(at), en.clock(at, "tenths"), es.clock(at, "milliseconds")]).toEqual([
      "00:00:04",
      "00:00:04.2",
      "00:00:04,250",
    ]);
  });
});

describe("spans", () => {
  it.each([
    [7, "7 ms"],
    [949, "949 ms"],
    [960, "1.0 s"],
    [9949, "9.9 s"],
    [9951, "10 s"],
    [59_400, "59 s"],
    [90_000, "2 m"],
    [59.4 * MINUTE, "59 m"],
    [3 * HOUR, "3 h"],
    [72 * HOUR, "3 d"],
  ])("%d ms is short for %s", (ms, text) => {
    expect(plain(en.shortSpan(ms))).toBe(text);
  });

  it.each([
    [402, "402 ms", "402 ms"],
    [4100, "4.1 s", "4,1 s"],
    [371_000, "6 min 11 s", "6 min 11 s"],
    [3.5 * HOUR, "3 h 30 min", "3 h 30 min"],
    [72 * HOUR, "3 days", "3 días"],
  ])("%d ms took %s", (ms, english, spanish) => {
    expect([en.span(ms), es.span(ms)].map(plain)).toEqual([english, spanish]);
  });

  it("are never torn from their unit", () => {
    expect(en.shortSpan(597)).toBe(`597${NO_BREAK}ms`);
  });

  it("are told in one unit where only their size matters", () => {
    expect([9000, MINUTE, 3 * HOUR, 72 * HOUR].map(en.age)).toEqual(["9 seconds", "1 minute", "3 hours", "3 days"]);
    expect([9000, 5 * MINUTE, 3 * HOUR, 72 * HOUR].map(es.ago)).toEqual([
      "ahora",
      "hace 5 minutos",
      "hace 3 horas",
      "hace 3 días",
    ]);
    expect(en.ago(-5)).toBe("now");
  });
});
