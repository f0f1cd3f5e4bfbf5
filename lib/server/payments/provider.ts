/** What a payment is opened for. */
export type OpenPaymentInput = {
  /** The same key may open the same payment again; a provider that cannot, opens one that is never charged. */
  idempotencyKey: string;
  /** The provider's own name of the card or account that pays. */
  methodToken: string;
  amountCents: number;
  currency: string;
};

/** How a charge stands: `pending` is confirmed or declined later. */
export type ChargeOutcome =
  | { status: "succeeded" }
  | { status: "declined"; failureCode: string }
  | { status: "pending" };

/**
 * Takes money in two steps, so that a process killed at any moment neither loses an order nor charges it twice:
 * `open` gives the reference that is stored with the order, and only then `charge` moves money.
 */
export type PaymentProvider = {
  readonly name: string;
  /** Opens a payment that takes nothing yet and answers with its reference. */
  open(input: OpenPaymentInput): Promise<string>;
  /** Charges what was opened; called again it charges nothing and says how the charge stands. */
  charge(providerRef: string): Promise<ChargeOutcome>;
};
