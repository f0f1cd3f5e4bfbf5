import { combineReducers } from "@reduxjs/toolkit";
import { cartReducer } from "../features/cart/slice";
import { checkoutReducer } from "../features/checkout/slice";
import { notificationsReducer } from "../features/notifications/slice";
import { sessionReducer } from "../features/session/slice";

/** Every feature's reducer, by its name. */
export const rootReducer = combineReducers({
  cart: cartReducer,
  checkout: checkoutReducer,
  notifications: notificationsReducer,
  session: sessionReducer,
});

export type RootState = ReturnType<typeof rootReducer>;
