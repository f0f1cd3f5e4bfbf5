import {
  type ChangeCollectionInput,
  type Collection,
  type CreateCollectionInput,
  collectionListSchema,
  collectionSchema,
  type DeletedCollection,
  deletedCollectionSchema,
  type LibraryGame,
  type LibraryView,
  libraryPageSchema,
} from "@/lib/shared/library";
import type { Page } from "@/lib/shared/page";
import { callApi } from "../../api-client";
import { toLibraryParams } from "./address";

const COLLECTIONS = "/api/library/collections";

/** Where a list goes on. */
export type MoreInput = { view: LibraryView; cursor: string; limit: number };

export function loadMore({ view, cursor, limit }: MoreInput, signal: AbortSignal): Promise<Page<LibraryGame>> {
  const params = toLibraryParams(view);
  params.set("cursor", cursor);
  params.set("limit", String(limit));
  return callApi(`/api/library?${params}`, { output: libraryPageSchema, signal });
}

export async function loadCollections(_input: unknown, signal: AbortSignal): Promise<Collection[]> {
  return (await callApi(COLLECTIONS, { output: collectionListSchema, signal })).items;
}

export function createCollection(body: CreateCollectionInput, signal: AbortSignal): Promise<Collection> {
  return callApi(COLLECTIONS, { method: "POST", body, output: collectionSchema, signal });
}

export type RenameInput = { id: string; name: string };

export function renameCollection({ id, name }: RenameInput, signal: AbortSignal): Promise<Collection> {
  return callApi(`${COLLECTIONS}/${id}`, { method: "PATCH", body: { name }, output: collectionSchema, signal });
}

/** Answers with what an undo needs. */
export function deleteCollection(id: string, signal: AbortSignal): Promise<DeletedCollection> {
  const call = { method: "DELETE", output: deletedCollectionSchema, outlivesPage: true, signal } as const;
  return callApi(`${COLLECTIONS}/${id}`, call);
}

export type ChangeGamesInput = ChangeCollectionInput & { id: string };

export function changeGames({ id, ...body }: ChangeGamesInput, signal: AbortSignal): Promise<Collection> {
  const call = { method: "PATCH", body, output: collectionSchema, signal } as const;
  return callApi(`${COLLECTIONS}/${id}/games`, call);
}

/** What the library's saga asks of the server. */
export const libraryApi = {
  loadMore,
  loadCollections,
  createCollection,
  renameCollection,
  deleteCollection,
  changeGames,
};

export type LibraryApi = typeof libraryApi;
