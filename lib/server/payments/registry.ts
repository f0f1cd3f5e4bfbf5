import { freeProvider } from "./free-provider";
import type { PaymentProvider } from "./provider";
import { testProvider } from "./test-provider";

const providers: readonly PaymentProvider[] = [freeProvider, testProvider];

/** The provider of that name, as a payment's row names it. */
export function getPaymentProvider(name: string): PaymentProvider {
  const provider = providers.find((candidate) => candidate.name === name);
  if (!provider) throw new Error(`There is no payment provider ${name}`);
  return provider;
}
