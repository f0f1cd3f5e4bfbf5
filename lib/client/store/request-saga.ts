import type { Task } from "redux-saga";
import { call, cancel, cancelled, delay, fork, put, race, take } from "redux-saga/effects";
import { say } from "@/lib/shared/say";
import { ApiError, DEFAULT_TIMEOUT_MS } from "../api-client";
import type { Request, RequestError } from "./request";

/** A function of the API: it stops when the signal says so. */
export type ApiFunction<Input, Result> = (input: Input, signal: AbortSignal) => Promise<Result>;

/** What the store holds of a failure; one that is not of the API is ours, and only the console gets to know it. */
export function toRequestError(error: unknown): RequestError {
  if (!(error instanceof ApiError)) {
    console.error(error);
    return { code: "internal", message: say("errors.unknown") };
  }
  const { code, message, fields } = error;
  return fields ? { code, message, fields } : { code, message };
}

function* runRequest<Input, Result>(
  request: Request<Input, Result>,
  apiFunction: ApiFunction<Input, Result>,
  input: Input,
  timeoutMs: number,
) {
  const controller = new AbortController();
  try {
    const { result, isLate }: { result?: Result; isLate?: boolean } = yield race({
      result: call(apiFunction, input, controller.signal),
      isLate: delay(timeoutMs),
    });
    if (isLate) {
      controller.abort();
      yield put(request.failed({ code: "timeout", message: say("errors.timeout") }));
    } else {
      yield put(request.succeeded(result as Result));
    }
  } catch (error) {
    yield put(request.failed(toRequestError(error)));
  } finally {
    const isStopped: boolean = yield cancelled();
    if (isStopped) controller.abort();
  }
}

/**
 * Runs one kind of request whenever it is asked for: the newest wins, `cancelled` stops it, and it fails after
 * `timeoutMs`. What an older request brings back is never seen.
 */
export function* watchRequest<Input, Result>(
  request: Request<Input, Result>,
  apiFunction: ApiFunction<Input, Result>,
  options: { timeoutMs?: number } = {},
) {
  let running: Task | undefined;
  while (true) {
    const action: ReturnType<typeof request.requested | typeof request.cancelled> = yield take([
      request.requested.type,
      request.cancelled.type,
    ]);
    if (running) yield cancel(running);
    running = undefined;
    if (request.requested.match(action)) {
      const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
      running = yield fork(runRequest<Input, Result>, request, apiFunction, action.payload as Input, timeoutMs);
    }
  }
}
