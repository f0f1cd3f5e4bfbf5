import { call, put, race, select, take, takeLeading } from "redux-saga/effects";
import type { GameCard } from "@/lib/shared/catalogue";
import type { Page } from "@/lib/shared/page";
import { callAborting } from "../../store/call-aborting";
import { toRequestError } from "../../store/request-saga";
import type { RootState } from "../../store/root-reducer";
import { isCurrencyChange } from "../preferences/slice";
import { type CatalogueApi, catalogueApi, type MoreInput } from "./api";
import { type KeptList, listLeft, moreFailed, moreReceived, moreRequested } from "./slice";

const selectList = ({ catalogue }: RootState, key: string) => catalogue.lists.find((list) => list.key === key);

function* loadMore(api: CatalogueApi, key: string) {
  const list: KeptList | undefined = yield select(selectList, key);
  if (!list?.cursor) return;
  const { filters, cursor, limit } = list;
  try {
    const page: Page<GameCard> = yield call(callAborting<MoreInput, Page<GameCard>>, api.listMore, {
      filters,
      cursor,
      limit,
    });
    yield put(moreReceived({ key, page }));
  } catch (error) {
    yield put(moreFailed({ key, ...toRequestError(error) }));
  }
}

/** Runs the lists of games: one page after the other is loaded, and none for a list that is not on screen any more. */
export function* catalogueSaga(api: CatalogueApi = catalogueApi) {
  yield takeLeading(moreRequested, function* ({ payload: key }) {
    yield race({ done: call(loadMore, api, key), left: take([listLeft, isCurrencyChange]) });
  });
}
