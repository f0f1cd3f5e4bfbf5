import { type GameCard, gamePageSchema } from "@/lib/shared/catalogue";
import type { Page } from "@/lib/shared/page";
import { callApi } from "../../api-client";

/** Asks for the page of a list after a cursor; `filters` are the fields of its address. */
export type MoreInput = { filters: Record<string, string>; cursor: string; limit: number };

export function listMore({ filters, cursor, limit }: MoreInput, signal: AbortSignal): Promise<Page<GameCard>> {
  const query = new URLSearchParams({ ...filters, cursor, limit: String(limit) });
  return callApi(`/api/games?${query}`, { output: gamePageSchema, signal });
}

/** What the catalogue's saga asks of the server. */
export const catalogueApi = { listMore };

export type CatalogueApi = typeof catalogueApi;
