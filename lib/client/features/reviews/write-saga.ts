import { call, put, select, takeEvery } from "redux-saga/effects";
import { findReviewLanguage } from "@/lib/shared/review-choices";
import { say } from "@/lib/shared/say";
import type { RootState } from "../../store/root-reducer";
import { notified } from "../notifications/slice";
import {
  deleteRequest,
  draftChanged,
  draftDropped,
  draftFound,
  formOpened,
  mineRequest,
  reviewsOpened,
  saveRequest,
  submitted,
  summaryRequest,
} from "./actions";
import type { DraftKey, DraftStore } from "./draft-store";
import { toDraft } from "./mine-slice";

const selectWriter = ({ session, reviews }: RootState) => ({
  key: { userId: session.view?.userId ?? "", slug: reviews.mine.slug ?? "" } satisfies DraftKey,
  mine: reviews.mine,
});

type Writer = ReturnType<typeof selectWriter>;

/** The page's language is that of most who write on it. */
function pageLanguage() {
  const language = typeof document === "undefined" ? "" : document.documentElement.lang;
  return findReviewLanguage(language) ?? "en";
}

function* onOpened(drafts: DraftStore) {
  const { key, mine }: Writer = yield select(selectWriter);
  const draft = mine.canWrite ? drafts.find(key) : null;
  if (draft) yield put(draftFound(draft));
}

function* onFormOpened() {
  const { mine }: Writer = yield select(selectWriter);
  if (!mine.draft) yield put(draftFound(toDraft(mine.confirmed, pageLanguage())));
}

function* keepDraft(drafts: DraftStore) {
  const { key, mine }: Writer = yield select(selectWriter);
  if (mine.draft) drafts.put(key, mine.draft);
}

function* dropDraft(drafts: DraftStore) {
  const { key }: Writer = yield select(selectWriter);
  drafts.drop(key);
}

function* onSubmitted(drafts: DraftStore, { payload: { content } }: ReturnType<typeof submitted>) {
  const { key, mine }: Writer = yield select(selectWriter);
  yield call(keepDraft, drafts);
  const replaces = mine.confirmed && { id: mine.confirmed.id, version: mine.confirmed.version };
  yield put(saveRequest.requested({ slug: key.slug, content, replaces }));
}

/** The sums have changed; those of another game than the one that is shown are nobody's business. */
function* refreshSums(slug: string) {
  const { key }: Writer = yield select(selectWriter);
  if (slug === key.slug) yield put(summaryRequest.requested(slug));
}

function* onSaved(drafts: DraftStore, { payload: { slug, review } }: ReturnType<typeof saveRequest.succeeded>) {
  const { key }: Writer = yield select(selectWriter);
  drafts.drop({ ...key, slug });
  const isVisible = review.status === "visible";
  const said = review.editedAt ? "notices.reviewSaved" : "notices.reviewPublished";
  yield put(notified({ kind: isVisible ? "success" : "info", text: say(isVisible ? said : "notices.reviewWaits") }));
  yield call(refreshSums, slug);
}

/** What another window did is shown beside the draft; a second review of one writer is a change of the first. */
function* onRefused({ payload }: ReturnType<typeof saveRequest.failed>) {
  const { key, mine }: Writer = yield select(selectWriter);
  if (!mine.isFormOpen) yield put(notified({ kind: "error", text: payload.message }));
  else if (payload.code === "conflict") yield put(mineRequest.requested(key.slug));
}

function* onDeleted({ payload }: ReturnType<typeof deleteRequest.succeeded>) {
  yield put(notified({ kind: "info", text: say("notices.reviewDeleted") }));
  yield call(refreshSums, payload.slug);
}

function* onNotDeleted({ payload }: ReturnType<typeof deleteRequest.failed>) {
  yield put(notified({ kind: "error", text: payload.message }));
}

/** Runs the form of one's own review: nothing that was typed is lost, whatever fails. */
export function* writeSaga(drafts: DraftStore) {
  yield takeEvery(reviewsOpened, onOpened, drafts);
  yield takeEvery(formOpened, onFormOpened);
  yield takeEvery(draftChanged, keepDraft, drafts);
  yield takeEvery(draftDropped, dropDraft, drafts);
  yield takeEvery(submitted, onSubmitted, drafts);
  yield takeEvery(saveRequest.succeeded, onSaved, drafts);
  yield takeEvery(saveRequest.failed, onRefused);
  yield takeEvery(deleteRequest.succeeded, onDeleted);
  yield takeEvery(deleteRequest.failed, onNotDeleted);
}
