import { type FeaturedGame, featuredListSchema, type SetFeaturedInput } from "@/lib/shared/featured";
import { callApi } from "../../api-client";

const ROOT = "/api/admin/featured";

async function load(_input: undefined, signal: AbortSignal): Promise<FeaturedGame[]> {
  return (await callApi(ROOT, { output: featuredListSchema, signal })).items;
}

/** Answers with the stage as the server has it now. */
async function save(body: SetFeaturedInput, signal: AbortSignal): Promise<FeaturedGame[]> {
  const call = { method: "PUT", body, output: featuredListSchema, outlivesPage: true, signal } as const;
  return (await callApi(ROOT, call)).items;
}

async function search(q: string, signal: AbortSignal): Promise<FeaturedGame[]> {
  const path = `${ROOT}/candidates?q=${encodeURIComponent(q)}`;
  return (await callApi(path, { output: featuredListSchema, signal })).items;
}

/** What the stage's saga asks of the server. */
export const featuredApi = { load, save, search };

export type FeaturedApi = typeof featuredApi;
