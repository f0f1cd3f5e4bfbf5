import { type Suggestions, suggestionsSchema } from "@/lib/shared/catalogue-facets";
import { callApi } from "../../api-client";

/** What somebody who has typed this may look for. */
export function suggest(q: string, signal: AbortSignal): Promise<Suggestions> {
  return callApi(`/api/search/suggest?q=${encodeURIComponent(q)}`, { output: suggestionsSchema, signal });
}

/** What the search's saga asks of the server. */
export const searchApi = { suggest };

export type SearchApi = typeof searchApi;
