import type { UnknownAction } from "@reduxjs/toolkit";
import { runSaga, stdChannel } from "redux-saga";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ShopCurrency } from "@/lib/shared/currency";
import { ApiError } from "../../api-client";
import { makeRootReducer, type RootState } from "../../store/root-reducer";
import { createTestBrowser } from "../../store/test-tabs";
import { loadRequested } from "../cart/slice";
import type { PreferencesApi } from "./api";
import { preferencesSaga } from "./saga";
import { selectCurrencyRequest, selectWantedCurrency } from "./selectors";
import { currencyRequest, currencyTold } from "./slice";

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

function start(chooseCurrency: PreferencesApi["chooseCurrency"]) {
  const reduce = makeRootReducer();
  let state: RootState = reduce(undefined, { type: "start" });
  const seen: UnknownAction[] = [];
  const channel = stdChannel<UnknownAction>();
  const dispatch = (action: UnknownAction) => {
    seen.push(action);
    state = reduce(state, action);
    channel.put(action);
    return action;
  };
  const { openTab, told } = createTestBrowser();
  const task = runSaga({ channel, dispatch, getState: () => state }, preferencesSaga, { chooseCurrency }, openTab());
  running.push(() => task.cancel());
  return {
    dispatch,
    told,
    wanted: () => selectWantedCurrency(state),
    status: () => selectCurrencyRequest(state).status,
    notes: () => state.notifications.items.map(({ text }) => text),
    cartLoads: () => seen.filter(loadRequested.match).length,
  };
}

describe("choosing a currency", () => {
  it("is shown at once; when the server knows, the cart is priced anew and the other tabs are told", async () => {
    const { dispatch, wanted, status, cartLoads, told } = start(async (currency) => currency);
    dispatch(currencyRequest.requested("EUR"));
    expect([wanted(), cartLoads(), told]).toEqual(["EUR", 0, []]);
    await vi.waitFor(() => expect(status()).toBe("succeeded"));
    expect([wanted(), cartLoads(), told]).toEqual(["EUR", 1, ["currency"]]);
  });

  it("is taken back where it fails, which is said, and leaves the cart as it is", async () => {
    const refused = new ApiError("network", "The store cannot be reached");
    const { dispatch, wanted, status, notes, cartLoads, told } = start(() => Promise.reject(refused));
    dispatch(currencyRequest.requested("EUR"));
    await vi.waitFor(() => expect(status()).toBe("failed"));
    expect([wanted(), cartLoads(), notes(), told]).toEqual([null, 0, ["The store cannot be reached"], []]);
  });

  it("ends with the newest of two, and stops the older request", async () => {
    const signals: AbortSignal[] = [];
    const { dispatch, wanted, status, cartLoads } = start((currency: ShopCurrency, signal) => {
      signals.push(signal);
      return currency === "EUR" ? new Promise(() => undefined) : Promise.resolve(currency);
    });
    dispatch(currencyRequest.requested("EUR"));
    dispatch(currencyRequest.requested("JPY"));
    await vi.waitFor(() => expect(status()).toBe("succeeded"));
    expect([wanted(), cartLoads(), signals.map(({ aborted }) => aborted)]).toEqual(["JPY", 1, [true, false]]);
  });

  it("in another tab has the cart priced anew, takes the place of this tab's choice and is not told on", async () => {
    const { dispatch, wanted, cartLoads, told } = start(async (currency) => currency);
    dispatch(currencyRequest.requested("EUR"));
    await vi.waitFor(() => expect(told).toEqual(["currency"]));
    dispatch(currencyTold());
    expect([wanted(), cartLoads(), told]).toEqual([null, 2, ["currency"]]);
  });

  it("is forgotten when it is cancelled", async () => {
    const { dispatch, wanted, status, cartLoads } = start(() => new Promise(() => undefined));
    dispatch(currencyRequest.requested("GBP"));
    dispatch(currencyRequest.cancelled());
    expect([wanted(), status(), cartLoads()]).toEqual([null, "idle", 0]);
  });
});
