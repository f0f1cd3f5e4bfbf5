import { combineReducers } from "@reduxjs/toolkit";
import { notificationsReducer } from "../features/notifications/slice";
import { sessionReducer } from "../features/session/slice";

/** Every feature's reducer, by its name. */
export const rootReducer = combineReducers({
  notifications: notificationsReducer,
  session: sessionReducer,
});

export type RootState = ReturnType<typeof rootReducer>;
