import type { UnknownAction } from "@reduxjs/toolkit";

/**
 * Prepares an action that only tells the state what a page shows. Sagas get it like any other, but none are loaded for
 * its sake: where they do not run yet, it waits until something else needs them.
 */
export function prepareQuiet<Payload>(payload: Payload) {
  return { payload, meta: { isQuiet: true } as const };
}

export function isQuiet({ meta }: UnknownAction): boolean {
  return typeof meta === "object" && meta !== null && "isQuiet" in meta;
}
