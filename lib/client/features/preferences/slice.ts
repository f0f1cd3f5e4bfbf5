import { combineReducers, createAction, createReducer, isAnyOf } from "@reduxjs/toolkit";
import type { ShopCurrency } from "@/lib/shared/currency";
import { createRequest } from "../../store/request";

/** Takes another currency. */
export const currencyRequest = createRequest<ShopCurrency, ShopCurrency>("preferences/currency");

/** Another tab has taken another currency, which is that of every tab. */
export const currencyTold = createAction("preferences/currencyTold");

/** True for what makes every price that the browser holds out of date. */
export const isCurrencyChange = isAnyOf(currencyRequest.succeeded, currencyTold);

/** What the visitor has just chosen, until the server's pages are in it; null again where it failed. */
const wantedReducer = createReducer(null as ShopCurrency | null, (builder) => {
  builder
    .addCase(currencyRequest.requested, (_state, { payload }) => payload)
    .addCase(currencyTold, () => null)
    .addCase(currencyRequest.failed, () => null)
    .addCase(currencyRequest.cancelled, () => null);
});

export const preferencesReducer = combineReducers({ currency: currencyRequest.reducer, wanted: wantedReducer });
