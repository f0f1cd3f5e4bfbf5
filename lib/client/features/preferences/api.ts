import type { ShopCurrency } from "@/lib/shared/currency";
import { preferencesSchema } from "@/lib/shared/currency-schema";
import { callApi } from "../../api-client";

/** Answers with the currency that the shop is shown in from now on. */
export async function chooseCurrency(currency: ShopCurrency, signal: AbortSignal): Promise<ShopCurrency> {
  const kept = await callApi("/api/preferences", {
    method: "PUT",
    body: { currency },
    output: preferencesSchema,
    signal,
  });
  return kept.currency;
}

/** What the preferences' saga asks of the server. */
export const preferencesApi = { chooseCurrency };

export type PreferencesApi = typeof preferencesApi;
