import { combineReducers, createReducer, createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { SessionView } from "@/lib/shared/auth";
import { prepareQuiet } from "../../store/quiet-action";
import {
  providerSignInRequest,
  registerRequest,
  sessionCheckRequest,
  signInCodeRequest,
  signInRequest,
  signOutRequest,
} from "./requests";

/** How the session changed: a person came, left of their own will, or was found to be signed out or somebody else. */
export type SessionChange = { view: SessionView | null; cause: "sign_in" | "sign_out" | "check" | "page" };

const viewSlice = createSlice({
  name: "session",
  initialState: null as SessionView | null,
  reducers: {
    /** Somebody else is signed in than before, or nobody is: what belongs to a person must be loaded anew. */
    sessionChanged: (_state, { payload }: PayloadAction<SessionChange>) => payload.view,
    /** The same person, with a new name or role. */
    sessionRefreshed: (_state, { payload }: PayloadAction<SessionView>) => payload,
    /** A page came from the server and says who it was made for. */
    sessionHydrated: {
      reducer: (state, _action: PayloadAction<SessionView | null>) => state,
      prepare: prepareQuiet<SessionView | null>,
    },
  },
});

export const { sessionChanged, sessionRefreshed, sessionHydrated } = viewSlice.actions;

/** Whether signing in waits for its second step. */
const codeNeededReducer = createReducer(false, (builder) => {
  builder
    .addCase(signInRequest.requested, () => false)
    .addCase(signInRequest.cancelled, () => false)
    .addCase(signInRequest.succeeded, (_state, { payload }) => payload === null)
    .addCase(sessionChanged, () => false);
});

export const sessionReducer = combineReducers({
  view: viewSlice.reducer,
  signIn: signInRequest.reducer,
  signInCode: signInCodeRequest.reducer,
  isCodeNeeded: codeNeededReducer,
  register: registerRequest.reducer,
  providerSignIn: providerSignInRequest.reducer,
  signOut: signOutRequest.reducer,
  check: sessionCheckRequest.reducer,
});
