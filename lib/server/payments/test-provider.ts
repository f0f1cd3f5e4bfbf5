import { createHash } from "node:crypto";
import { TEST_CARDS, type TestCard } from "@/lib/shared/orders";
import { say } from "@/lib/shared/say";
import { AppError } from "../errors";
import type { ChargeOutcome, PaymentProvider } from "./provider";

/** How long the card `delay` leaves a charge unconfirmed. */
export const TEST_DELAY_MS = 4_000;

const REFERENCE = /^test\.([a-z]+)\.(\d+)\.[0-9a-f]{32}$/;

function isTestCard(token: string): token is TestCard {
  return (TEST_CARDS as readonly string[]).includes(token);
}

function toOutcome(card: TestCard, openedAtMs: number): ChargeOutcome {
  if (card === "decline") return { status: "declined", failureCode: "card_declined" };
  if (card === "delay" && Date.now() < openedAtMs + TEST_DELAY_MS) return { status: "pending" };
  return { status: "succeeded" };
}

/** Moves no money. The reference holds the card and the time, so that a restart forgets nothing. */
export const testProvider: PaymentProvider = {
  name: "test",
  async open({ idempotencyKey, methodToken }) {
    if (!isTestCard(methodToken)) throw new AppError("invalid_input", say("errors.cardUnknown"));
    const digest = createHash("sha256").update(idempotencyKey).digest("hex").slice(0, 32);
    return `test.${methodToken}.${Date.now()}.${digest}`;
  },
  async charge(providerRef) {
    const [, card, openedAtMs] = REFERENCE.exec(providerRef) ?? [];
    if (!card || !isTestCard(card)) throw new Error(`The test provider did not open ${providerRef}`);
    return toOutcome(card, Number(openedAtMs));
  },
};
