"use client";

import { notified } from "@/lib/client/features/notifications/slice";
import { useAppDispatch } from "@/lib/client/store/hooks";
import { say } from "@/lib/shared/say";

/** Copies a text, and says that it did, or that the browser does not let it. */
export function useCopy() {
  const dispatch = useAppDispatch();
  return async (text: string, notice: "secretCopied" | "codesCopied") => {
    try {
      await navigator.clipboard.writeText(text);
      dispatch(notified({ kind: "success", text: say(`notices.${notice}`) }));
    } catch {
      // Refused by the browser's settings: the text can be selected all the same.
      dispatch(notified({ kind: "error", text: say("notices.copyBlocked") }));
    }
  };
}
