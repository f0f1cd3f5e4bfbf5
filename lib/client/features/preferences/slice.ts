import { combineReducers, createReducer } from "@reduxjs/toolkit";
import type { ShopCurrency } from "@/lib/shared/currency";
import { createRequest } from "../../store/request";

/** Takes another currency; once it has succeeded, every price that the browser holds is out of date. */
export const currencyRequest = createRequest<ShopCurrency, ShopCurrency>("preferences/currency");

/** What the visitor has just chosen, until the server's pages are in it; null again where it failed. */
const wantedReducer = createReducer(null as ShopCurrency | null, (builder) => {
  builder
    .addCase(currencyRequest.requested, (_state, { payload }) => payload)
    .addCase(currencyRequest.failed, () => null)
    .addCase(currencyRequest.cancelled, () => null);
});

export const preferencesReducer = combineReducers({ currency: currencyRequest.reducer, wanted: wantedReducer });
