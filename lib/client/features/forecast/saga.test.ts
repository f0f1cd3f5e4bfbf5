import type { UnknownAction } from "@reduxjs/toolkit";
import { runSaga, stdChannel } from "redux-saga";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DraftPromotion, WhatIf } from "@/lib/shared/forecast-plan";
import { say } from "@/lib/shared/say";
import { ApiError } from "../../api-client";
import { makeRootReducer, type RootState } from "../../store/root-reducer";
import type { ForecastApi } from "./api";
import { forecastFeature } from "./feature";
import { forecastSaga, PLAN_REST_MS } from "./saga";
import { selectDrafts, selectIsWhatIfAsked, selectIsWhatIfBehind, selectWhatIf, selectWhatIfError } from "./selectors";
import { draftDeleted, draftsRequest, forecastLeft, forecastOpened, planChanged, saveDraftRequest } from "./slice";

const place = { area: "publisher", slug: "ninth-winter" } as const;
const elsewhere = { area: "publisher", slug: "foldlight" } as const;

const planOf = (discountPercent: number) => ({ discountPercent, from: "2026-12-03", through: "2026-12-10" });
const answerTo = (discountPercent: number) => ({ asked: { discountPercent } }) as WhatIf;

function draft(change: Partial<DraftPromotion> = {}): DraftPromotion {
  const id = "11111111-1111-4111-8111-111111111111";
  return { id, name: "Winter", createdAt: "2026-11-23T08:00:00.000Z", ...planOf(50), ...change };
}

function setUp() {
  const api = {
    loadWhy: vi.fn<ForecastApi["loadWhy"]>(),
    askWhatIf: vi.fn<ForecastApi["askWhatIf"]>(async ({ plan }) => answerTo(plan.discountPercent)),
    listDrafts: vi.fn<ForecastApi["listDrafts"]>(async () => []),
    saveDraft: vi.fn<ForecastApi["saveDraft"]>(),
    deleteDraft: vi.fn<ForecastApi["deleteDraft"]>(async () => undefined),
  };
  const reduce = makeRootReducer([forecastFeature]);
  let state: RootState = reduce(undefined, { type: "start" });
  const channel = stdChannel<UnknownAction>();
  const dispatch = (action: UnknownAction) => {
    state = reduce(state, action);
    channel.put(action);
    return action;
  };
  const task = runSaga({ channel, dispatch, getState: () => state }, forecastSaga, api);
  dispatch(forecastOpened(place));
  const notes = () => state.notifications.items;
  return { api, dispatch, task, notes, read: <Part>(select: (state: RootState) => Part) => select(state) };
}

let shop: ReturnType<typeof setUp>;

beforeEach(() => {
  vi.useFakeTimers();
  shop = setUp();
});

afterEach(() => {
  shop.task.cancel();
  vi.useRealTimers();
});

const rest = () => vi.advanceTimersByTimeAsync(PLAN_REST_MS);

describe("what if", () => {
  it("asks once for the plan on which the slider rests", async () => {
    for (const percent of [10, 20, 30]) {
      shop.dispatch(planChanged(planOf(percent)));
      await vi.advanceTimersByTimeAsync(PLAN_REST_MS - 1);
    }
    expect(shop.api.askWhatIf).not.toHaveBeenCalled();
    expect(shop.read(selectIsWhatIfAsked)).toBe(true);
    await rest();
    expect(shop.api.askWhatIf.mock.calls.map(([input]) => input)).toEqual([{ place, plan: planOf(30) }]);
    expect(shop.read(selectWhatIf)).toEqual(answerTo(30));
    expect([shop.read(selectIsWhatIfAsked), shop.read(selectIsWhatIfBehind)]).toEqual([false, false]);
  });

  it("stops an older question and never shows its answer", async () => {
    const answers: ((answer: WhatIf) => void)[] = [];
    shop.api.askWhatIf.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    shop.dispatch(planChanged(planOf(10)));
    await rest();
    shop.dispatch(planChanged(planOf(20)));
    expect(shop.api.askWhatIf.mock.calls[0]?.[1].aborted).toBe(true);
    await rest();
    answers[1]?.(answerTo(20));
    answers[0]?.(answerTo(10));
    await rest();
    expect(shop.read(selectWhatIf)).toEqual(answerTo(20));
  });

  it("keeps the last answer in sight, and says that it is behind, while the form cannot be asked for", async () => {
    shop.dispatch(planChanged(planOf(10)));
    await rest();
    shop.dispatch(planChanged(null));
    await rest();
    expect(shop.api.askWhatIf).toHaveBeenCalledOnce();
    expect(shop.read(selectWhatIf)).toEqual(answerTo(10));
    expect([shop.read(selectIsWhatIfAsked), shop.read(selectIsWhatIfBehind)]).toEqual([false, true]);
  });

  it("tells why it failed, and asks anew for the next plan", async () => {
    shop.api.askWhatIf.mockRejectedValueOnce(new ApiError("conflict", "No model yet"));
    shop.dispatch(planChanged(planOf(10)));
    await rest();
    expect(shop.read(selectWhatIfError)?.message).toBe("No model yet");
    expect(shop.read(selectIsWhatIfAsked)).toBe(false);
    shop.dispatch(planChanged(planOf(20)));
    await rest();
    expect([shop.read(selectWhatIf), shop.read(selectWhatIfError)]).toEqual([answerTo(20), null]);
  });

  it("never asks another game's page for a plan that was made on the last one", async () => {
    shop.dispatch(planChanged(planOf(10)));
    shop.dispatch(forecastLeft());
    shop.dispatch(forecastOpened(elsewhere));
    await rest();
    expect(shop.api.askWhatIf).not.toHaveBeenCalled();
    expect(shop.read(selectWhatIf)).toBeNull();
  });
});

describe("drafts", () => {
  const later = draft({
    id: "22222222-2222-4222-8222-222222222222",
    name: "Spring",
    from: "2026-12-20",
    through: "2026-12-27",
  });

  beforeEach(async () => {
    shop.api.listDrafts.mockResolvedValue([later]);
    shop.dispatch(draftsRequest.requested({ place }));
    await rest();
  });

  it("puts a saved one where it belongs, and says so", async () => {
    shop.api.saveDraft.mockResolvedValue({ place, draft: draft() });
    shop.dispatch(saveDraftRequest.requested({ place, name: "Winter", plan: planOf(50) }));
    await rest();
    expect(shop.read(selectDrafts)).toEqual([draft(), later]);
    expect(shop.notes().map(({ text }) => text)).toEqual([say("notices.draftSaved", { name: "Winter" })]);
  });

  it("saves one although its page was left, and does not show it on the next page", async () => {
    let answer: (saved: { place: typeof place; draft: DraftPromotion }) => void = () => {};
    shop.api.saveDraft.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    shop.dispatch(saveDraftRequest.requested({ place, name: "Winter", plan: planOf(50) }));
    shop.dispatch(forecastLeft());
    shop.dispatch(forecastOpened(elsewhere));
    expect(shop.api.saveDraft.mock.calls[0]?.[1].aborted).toBe(false);
    answer({ place, draft: draft() });
    await rest();
    expect(shop.read(selectDrafts)).toEqual([]);
  });

  it("deletes at once and brings back by undo", async () => {
    shop.dispatch(draftDeleted({ place, draft: later }));
    expect(shop.read(selectDrafts)).toEqual([]);
    await rest();
    expect(shop.api.deleteDraft.mock.calls[0]?.[0]).toEqual({ place, id: later.id });
    const undo = shop.notes().at(-1)?.action;
    expect(undo?.label).toBe(say("notices.undo"));
    const again = draft({ ...later, id: "33333333-3333-4333-8333-333333333333" });
    shop.api.saveDraft.mockResolvedValue({ place, draft: again });
    if (undo) shop.dispatch(undo.event);
    await rest();
    const plan = { discountPercent: 50, from: "2026-12-20", through: "2026-12-27" };
    expect(shop.api.saveDraft.mock.calls[0]?.[0]).toEqual({ place, name: "Spring", plan });
    expect(shop.read(selectDrafts)).toEqual([again]);
  });

  it("shows one again that the server would not delete", async () => {
    shop.api.deleteDraft.mockRejectedValue(new ApiError("network", "The store cannot be reached"));
    shop.dispatch(draftDeleted({ place, draft: later }));
    await rest();
    expect(shop.read(selectDrafts)).toEqual([later]);
    expect(shop.notes().at(-1)).toMatchObject({
      kind: "error",
      text: say("notices.draftKept", { name: "Spring", error: "The store cannot be reached" }),
    });
  });
});
