import { buffers, type Channel } from "redux-saga";
import { actionChannel, call, delay, fork, put, select, take, takeLatest } from "redux-saga/effects";
import type { FeaturedGame, SetFeaturedInput } from "@/lib/shared/featured";
import { say } from "@/lib/shared/say";
import { callAborting } from "../../store/call-aborting";
import type { RequestError } from "../../store/request";
import { toRequestError, watchRequest } from "../../store/request-saga";
import { notified } from "../notifications/slice";
import { type FeaturedApi, featuredApi } from "./api";
import { selectSavedStage, selectStage } from "./selectors";
import { candidatesRequest, searchTyped, stageChanged, stageRefused, stageSaved } from "./slice";

export const TYPING_REST_MS = 150;

const toSlugs = (games: readonly FeaturedGame[]): string[] => games.map(({ slug }) => slug);

/** What somebody else has made of the stage; null where it cannot be known. */
function* reload(api: FeaturedApi) {
  try {
    const games: FeaturedGame[] = yield call(callAborting<undefined, FeaturedGame[]>, api.load, undefined);
    return games;
  } catch {
    // The screen goes back to what it knew; why is told already.
    return null;
  }
}

function* refuse(api: FeaturedApi, error: RequestError) {
  yield put(notified({ kind: "error", text: error.message }));
  const games: FeaturedGame[] | null = error.code === "conflict" ? yield call(reload, api) : null;
  yield put(stageRefused(games));
}

function* save(api: FeaturedApi) {
  const wanted: FeaturedGame[] = yield select(selectStage);
  const before: FeaturedGame[] = yield select(selectSavedStage);
  const input = { slugs: toSlugs(wanted), was: toSlugs(before) };
  if (input.slugs.join() === input.was.join()) {
    // Nothing is wished: it was so already, or a failure has taken the wish back meanwhile.
    yield put(stageSaved({ saved: before, isNewest: true }));
    return;
  }
  try {
    const saved: FeaturedGame[] = yield call(callAborting<SetFeaturedInput, FeaturedGame[]>, api.save, input);
    const newest: FeaturedGame[] = yield select(selectStage);
    yield put(stageSaved({ saved, isNewest: newest === wanted }));
    const action = { label: say("notices.undo"), event: stageChanged(before) };
    if (newest === wanted) yield put(notified({ kind: "success", text: say("notices.featuredSaved"), action }));
  } catch (error) {
    yield call(refuse, api, toRequestError(error));
  }
}

/** One change at a time; of those that are made meanwhile only the last one is sent. */
function* runChanges(api: FeaturedApi) {
  const changes: Channel<ReturnType<typeof stageChanged>> = yield actionChannel(stageChanged, buffers.sliding(1));
  while (true) {
    yield take(changes);
    yield call(save, api);
  }
}

function* onTyped({ payload }: ReturnType<typeof searchTyped>) {
  yield put(candidatesRequest.cancelled());
  yield delay(TYPING_REST_MS);
  yield put(candidatesRequest.requested(payload));
}

/** Runs the page on which staff choose what stands on the stage of the landing page. */
export function* featuredSaga(api: FeaturedApi = featuredApi) {
  yield fork(runChanges, api);
  yield takeLatest(searchTyped, onTyped);
  yield fork(() => watchRequest(candidatesRequest, api.search));
}
