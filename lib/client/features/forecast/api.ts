import {
  type DraftPromotion,
  draftPromotionSchema,
  draftPromotionsSchema,
  type PricePlan,
  type SaveDraftInput,
  type WhatIf,
  whatIfSchema,
} from "@/lib/shared/forecast-plan";
import { type ForecastWhy, forecastWhySchema } from "@/lib/shared/forecast-why";
import { callApi } from "../../api-client";

/** A game's forecast page: staff have theirs, and the people of its publisher have theirs. */
export type ForecastPlace = { area: "admin" | "publisher"; slug: string };

/** What is asked for at a forecast page. */
export type At<Content> = Content & { place: ForecastPlace };

function pathOf({ area, slug }: ForecastPlace, rest: string): string {
  return `/api/${area}/games/${encodeURIComponent(slug)}/forecast/${rest}`;
}

/** A draft with the page that it belongs to: its answer may come when another page is open. */
export type SavedDraft = { draft: DraftPromotion };

/** Each day of the forecast taken apart. */
export function loadWhy({ place }: At<object>, signal: AbortSignal): Promise<ForecastWhy> {
  return callApi(pathOf(place, "why"), { output: forecastWhySchema, signal });
}

export function askWhatIf({ place, plan }: At<{ plan: PricePlan }>, signal: AbortSignal): Promise<WhatIf> {
  return callApi(pathOf(place, "what-if"), { method: "POST", body: { plan }, output: whatIfSchema, signal });
}

export async function listDrafts({ place }: At<object>, signal: AbortSignal): Promise<DraftPromotion[]> {
  return (await callApi(pathOf(place, "drafts"), { output: draftPromotionsSchema, signal })).items;
}

export async function saveDraft({ place, ...body }: At<SaveDraftInput>, signal: AbortSignal): Promise<At<SavedDraft>> {
  const call = { method: "POST", body, output: draftPromotionSchema, outlivesPage: true, signal } as const;
  return { place, draft: await callApi(pathOf(place, "drafts"), call) };
}

export function deleteDraft({ place, id }: At<{ id: string }>, signal: AbortSignal): Promise<undefined> {
  return callApi(pathOf(place, `drafts/${id}`), { method: "DELETE", outlivesPage: true, signal });
}

/** What the forecast's saga asks of the server. */
export const forecastApi = { loadWhy, askWhatIf, listDrafts, saveDraft, deleteDraft };

export type ForecastApi = typeof forecastApi;
