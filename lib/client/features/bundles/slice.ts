import { combineReducers, createReducer } from "@reduxjs/toolkit";
import type { CartLine } from "@/lib/shared/cart";
import { createRequest } from "../../store/request";

/** Puts the rest of the bundle with that slug into the cart. */
export const addBundleRequest = createRequest<string, CartLine[]>("bundles/add");

/** The bundle that was asked for last. */
const slugReducer = createReducer(null as string | null, (builder) => {
  builder.addCase(addBundleRequest.requested, (_state, { payload }) => payload);
});

export const bundlesReducer = combineReducers({ add: addBundleRequest.reducer, slug: slugReducer });
