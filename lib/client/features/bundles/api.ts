import { addedLinesSchema } from "@/lib/shared/bundles";
import type { CartLine } from "@/lib/shared/cart";
import { callApi } from "../../api-client";
import { inTurn } from "../../store/in-turn";

/** Puts the rest of a bundle into the cart and answers with its lines. */
async function addBundle(slug: string, signal: AbortSignal): Promise<CartLine[]> {
  const call = { method: "POST", output: addedLinesSchema, outlivesPage: true, signal } as const;
  const { lines } = await inTurn(signal, () => callApi(`/api/bundles/${slug}/cart`, call));
  return lines;
}

/** What the bundles' saga asks of the server. */
export const bundlesApi = { addBundle };

export type BundlesApi = typeof bundlesApi;
