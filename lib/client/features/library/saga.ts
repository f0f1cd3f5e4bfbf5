import type { EventChannel } from "redux-saga";
import { call, fork, put, takeEvery, takeLatest } from "redux-saga/effects";
import type { Collection, CreateCollectionInput, DeletedCollection } from "@/lib/shared/library";
import { say } from "@/lib/shared/say";
import { ApiError } from "../../api-client";
import { callAborting } from "../../store/call-aborting";
import { watchRequest } from "../../store/request-saga";
import type { TabTopic } from "../../store/tab-wire";
import { browserTabs, type Tabs } from "../../store/tabs";
import { notified } from "../notifications/slice";
import { type ChangeGamesInput, type LibraryApi, libraryApi } from "./api";
import {
  collectionDeleted,
  collectionReceived,
  collectionRestored,
  collectionsLoaded,
  createCollectionRequest,
  deletionFailed,
  gamesChanged,
  moreRequest,
  pageOpened,
  pageOutdated,
  renameCollectionRequest,
} from "./slice";

function* tellError(error: unknown) {
  if (!(error instanceof ApiError)) throw error;
  yield put(notified({ kind: "error", text: error.message }));
}

function* onDeleted(api: LibraryApi, tabs: Tabs, { payload }: ReturnType<typeof collectionDeleted>) {
  const { id, name } = payload;
  try {
    const deleted: DeletedCollection = yield call(callAborting<string, DeletedCollection>, api.deleteCollection, id);
    const action = { label: say("notices.undo"), event: collectionRestored(deleted) };
    yield put(notified({ kind: "info", text: say("notices.collectionDeleted", { name }), action }));
    yield call(tabs.tell, "library");
  } catch (error) {
    yield put(deletionFailed(id));
    yield call(tellError, error);
  }
}

function* onRestored(api: LibraryApi, tabs: Tabs, { payload }: ReturnType<typeof collectionRestored>) {
  try {
    const run = callAborting<CreateCollectionInput, Collection>;
    const collection: Collection = yield call(run, api.createCollection, payload);
    yield put(collectionReceived(collection));
    yield call(tabs.tell, "library");
  } catch (error) {
    yield call(tellError, error);
  }
}

function toNotice({ add, remove, name }: ReturnType<typeof gamesChanged>["payload"]): string {
  if (add.length > 0) return say("notices.collectionAdded", { count: add.length, name });
  return say("notices.collectionRemovedFrom", { count: remove.length, name });
}

function* onGamesChanged(api: LibraryApi, tabs: Tabs, { payload }: ReturnType<typeof gamesChanged>) {
  const { id, add, remove } = payload;
  try {
    const run = callAborting<ChangeGamesInput, Collection>;
    const collection: Collection = yield call(run, api.changeGames, { id, add, remove });
    yield put(collectionReceived(collection));
    const undo = gamesChanged({ ...payload, add: remove, remove: add });
    const action = { label: say("notices.undo"), event: undo };
    yield put(notified({ kind: "info", text: toNotice(payload), action }));
    // A list of the collection lacks what has come into it.
    if (add.length > 0) yield put(pageOutdated());
    yield call(tabs.tell, "library");
  } catch (error) {
    yield put(pageOutdated());
    yield call(tellError, error);
  }
}

function* onMade(tabs: Tabs, { payload: { name } }: ReturnType<typeof createCollectionRequest.succeeded>) {
  yield put(notified({ kind: "success", text: say("notices.collectionMade", { name }) }));
  yield call(tabs.tell, "library");
}

function* tellTabs(tabs: Tabs) {
  yield call(tabs.tell, "library");
}

function* onMoreFailed({ payload: error }: ReturnType<typeof moreRequest.failed>) {
  yield put(notified({ kind: "error", text: error.message }));
}

/** A page may come from the browser's memory: what it says of collections is asked anew. */
function* refreshCollections(api: LibraryApi) {
  try {
    const collections: Collection[] = yield call(callAborting<undefined, Collection[]>, api.loadCollections, undefined);
    yield put(collectionsLoaded(collections));
  } catch (error) {
    // What is shown is as good as before: nobody here asked for it.
    if (!(error instanceof ApiError)) throw error;
  }
}

/** Another tab changed collections or bought a game. */
function* onNews() {
  yield put(pageOutdated());
}

/** Runs the library: its pages and its collections, which every tab shows alike. */
export function* librarySaga(api: LibraryApi = libraryApi, tabs: Tabs = browserTabs) {
  const news: EventChannel<TabTopic> = yield call(tabs.listen, "library");
  yield takeEvery(news, onNews);
  yield takeLatest(pageOpened, refreshCollections, api);
  yield takeEvery(collectionDeleted, onDeleted, api, tabs);
  yield takeEvery(collectionRestored, onRestored, api, tabs);
  yield takeEvery(gamesChanged, onGamesChanged, api, tabs);
  yield takeEvery(createCollectionRequest.succeeded, onMade, tabs);
  yield takeEvery(renameCollectionRequest.succeeded, tellTabs, tabs);
  yield takeEvery(moreRequest.failed, onMoreFailed);
  yield fork(() => watchRequest(moreRequest, api.loadMore));
  yield fork(() => watchRequest(createCollectionRequest, api.createCollection));
  yield fork(() => watchRequest(renameCollectionRequest, api.renameCollection));
}
