import { combineReducers } from "@reduxjs/toolkit";
import { cartReducer } from "../features/cart/slice";
import { checkoutReducer } from "../features/checkout/slice";
import { forecastReducer } from "../features/forecast/slice";
import { notificationsReducer } from "../features/notifications/slice";
import { pipelinesReducer } from "../features/pipelines/slice";
import { sessionReducer } from "../features/session/slice";

/** Every feature's reducer, by its name. */
export const rootReducer = combineReducers({
  cart: cartReducer,
  checkout: checkoutReducer,
  forecast: forecastReducer,
  notifications: notificationsReducer,
  pipelines: pipelinesReducer,
  session: sessionReducer,
});

export type RootState = ReturnType<typeof rootReducer>;
