import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { freeProvider } from "./free-provider";
import { getPaymentProvider } from "./registry";
import { TEST_DELAY_MS, testProvider } from "./test-provider";

const input = { idempotencyKey: "key", amountCents: 1999, currency: "USD" };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-05-01T12:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("test provider", () => {
  test("approves and declines by the card, however often it is asked", async () => {
    const approved = await testProvider.open({ ...input, methodToken: "approve" });
    const declined = await testProvider.open({ ...input, methodToken: "decline" });
    for (let attempt = 0; attempt < 2; attempt++) {
      expect(await testProvider.charge(approved)).toEqual({ status: "succeeded" });
      expect(await testProvider.charge(declined)).toEqual({ status: "declined", failureCode: "card_declined" });
    }
  });

  test("confirms a delayed charge later, with nothing remembered but the reference", async () => {
    const reference = await testProvider.open({ ...input, methodToken: "delay" });
    expect(await testProvider.charge(reference)).toEqual({ status: "pending" });
    vi.setSystemTime(Date.now() + TEST_DELAY_MS - 1);
    expect(await testProvider.charge(reference)).toEqual({ status: "pending" });
    vi.setSystemTime(Date.now() + 1);
    expect(await testProvider.charge(reference)).toEqual({ status: "succeeded" });
  });

  test("refuses a card and a reference that it does not know", async () => {
    await expect(testProvider.open({ ...input, methodToken: "gold" })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(testProvider.charge("test.gold.1.00")).rejects.toThrow("did not open");
  });
});

describe("free provider", () => {
  test("pays nothing and refuses to pay something", async () => {
    const reference = await freeProvider.open({ ...input, amountCents: 0, methodToken: "none" });
    expect(await freeProvider.charge(reference)).toEqual({ status: "succeeded" });
    await expect(freeProvider.open({ ...input, methodToken: "none" })).rejects.toThrow("takes no money");
  });
});

test("a provider is found by the name that its payments carry", () => {
  expect(getPaymentProvider("test")).toBe(testProvider);
  expect(() => getPaymentProvider("paypal")).toThrow("no payment provider paypal");
});
