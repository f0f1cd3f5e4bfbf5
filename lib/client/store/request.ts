import { type Action, type ActionReducerMapBuilder, createAction, createReducer } from "@reduxjs/toolkit";
import type { ClientErrorCode } from "../api-client";

/** Why a request failed, in a form that the store can hold. */
export type RequestError = { code: ClientErrorCode; message: string; fields?: Record<string, string> };

/** Where a request stands. What it brought is kept by the feature, which listens to `succeeded`. */
export type RequestState = { status: "idle" | "running" | "succeeded" | "failed"; error: RequestError | null };

const idleRequest: RequestState = { status: "idle", error: null };

/**
 * The actions and the reducer of one kind of request, such as `session/signIn`. `requested` starts it (a newer one
 * replaces it), `cancelled` stops it and forgets how it ended.
 */
export function createRequest<Input, Result>(type: string) {
  const requested = createAction<Input>(`${type}Requested`);
  const cancelled = createAction(`${type}Cancelled`);
  const succeeded = createAction<Result>(`${type}Succeeded`);
  const failed = createAction<RequestError>(`${type}Failed`);
  const reducer = createReducer<RequestState>(idleRequest, (builder: ActionReducerMapBuilder<RequestState>) => {
    builder
      .addCase(requested, () => ({ status: "running", error: null }))
      .addCase(cancelled, () => idleRequest)
      .addCase(succeeded, () => ({ status: "succeeded", error: null }))
      .addCase(failed, (_state, action) => ({ status: "failed", error: action.payload }));
  });
  return { requested, cancelled, succeeded, failed, reducer };
}

export type Request<Input, Result> = ReturnType<typeof createRequest<Input, Result>>;

/** True for the failure of any request because nobody is signed in any more. */
export function isUnauthenticatedFailure(action: Action): boolean {
  if (!action.type.endsWith("Failed") || !("payload" in action)) return false;
  const { payload } = action;
  return typeof payload === "object" && payload !== null && "code" in payload && payload.code === "unauthenticated";
}
