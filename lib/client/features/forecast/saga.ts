import { call, delay, fork, put, select, takeEvery, takeLatest } from "redux-saga/effects";
import type { PricePlan, SaveDraftInput } from "@/lib/shared/forecast-plan";
import { say } from "@/lib/shared/say";
import { callAborting } from "../../store/call-aborting";
import { toRequestError, watchRequest } from "../../store/request-saga";
import { notified } from "../notifications/slice";
import { type At, type ForecastApi, type ForecastPlace, forecastApi, type SavedDraft } from "./api";
import { selectForecastPlace } from "./selectors";
import {
  draftDeleted,
  draftKept,
  draftRestored,
  draftsRequest,
  forecastLeft,
  forecastOpened,
  planChanged,
  saveDraftRequest,
  whatIfRequest,
  whyRequest,
} from "./slice";

/** A slider moves through many plans: the one on which it rests this long is asked for. */
export const PLAN_REST_MS = 200;

function* askWhenAtRest(plan: PricePlan) {
  yield delay(PLAN_REST_MS);
  const place: ForecastPlace | null = yield select(selectForecastPlace);
  if (place) yield put(whatIfRequest.requested({ place, plan }));
}

/** Another page's answers have no place on this one; a draft that is being saved is saved all the same. */
function* onMoved(action: ReturnType<typeof planChanged | typeof forecastOpened | typeof forecastLeft>) {
  yield put(whatIfRequest.cancelled());
  if (planChanged.match(action)) {
    if (action.payload) yield call(askWhenAtRest, action.payload);
  } else {
    yield put(whyRequest.cancelled());
    yield put(draftsRequest.cancelled());
  }
}

function* onSaved({ payload }: ReturnType<typeof saveDraftRequest.succeeded>) {
  yield put(notified({ kind: "success", text: say("notices.draftSaved", { name: payload.draft.name }) }));
}

function* deleteDraft(api: ForecastApi, { payload }: ReturnType<typeof draftDeleted>) {
  const { place, draft } = payload;
  try {
    yield call(callAborting<At<{ id: string }>, undefined>, api.deleteDraft, { place, id: draft.id });
    const action = { label: say("notices.undo"), event: draftRestored(payload) };
    yield put(notified({ kind: "info", text: say("notices.draftDeleted", { name: draft.name }), action }));
  } catch (error) {
    yield put(draftKept(payload));
    const why = { name: draft.name, error: toRequestError(error).message };
    yield put(notified({ kind: "error", text: say("notices.draftKept", why) }));
  }
}

/** A deleted draft comes back as a new one with the same content. */
function* restoreDraft(api: ForecastApi, { payload: { place, draft } }: ReturnType<typeof draftRestored>) {
  const { name, discountPercent, from, through } = draft;
  const input = { place, name, plan: { discountPercent, from, through } };
  try {
    const saved: At<SavedDraft> = yield call(callAborting<At<SaveDraftInput>, At<SavedDraft>>, api.saveDraft, input);
    yield put(draftKept(saved));
    yield put(notified({ kind: "success", text: say("notices.draftBack", { name }) }));
  } catch (error) {
    const why = { name, error: toRequestError(error).message };
    yield put(notified({ kind: "error", text: say("notices.draftNotBack", why) }));
  }
}

/** Runs a game's forecast page: why a day is as it is, what another price would do, and the plans that were kept. */
export function* forecastSaga(api: ForecastApi = forecastApi) {
  yield takeLatest([forecastOpened, forecastLeft, planChanged], onMoved);
  yield takeEvery(saveDraftRequest.succeeded, onSaved);
  yield takeEvery(draftDeleted, deleteDraft, api);
  yield takeEvery(draftRestored, restoreDraft, api);
  yield fork(() => watchRequest(whyRequest, api.loadWhy));
  yield fork(() => watchRequest(whatIfRequest, api.askWhatIf));
  yield fork(() => watchRequest(draftsRequest, api.listDrafts));
  yield fork(() => watchRequest(saveDraftRequest, api.saveDraft));
}
