import { call, cancelled } from "redux-saga/effects";

/** Calls a function of the API so that cancelling the saga stops the request too. */
export function* callAborting<Input, Result>(
  run: (input: Input, signal: AbortSignal) => Promise<Result>,
  input: Input,
) {
  const controller = new AbortController();
  try {
    const result: Result = yield call(run, input, controller.signal);
    return result;
  } finally {
    const isStopped: boolean = yield cancelled();
    if (isStopped) controller.abort();
  }
}
