"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { notified } from "@/lib/client/features/notifications/slice";
import { useAppDispatch } from "@/lib/client/store/hooks";
import { type SaidKey, say } from "@/lib/shared/say";
import { Button } from "./ui/button";

type CopyButtonProps = {
  text: string;
  label: string;
  /** What is said once it is copied. */
  notice?: Extract<SaidKey, `notices.${string}Copied`>;
};

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ text, label, notice = "notices.keyCopied" }: CopyButtonProps) {
  const dispatch = useAppDispatch();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
      dispatch(notified({ kind: "success", text: say(notice) }));
    } catch {
      // Browsers refuse it on pages that are not secure, or when the visitor says no.
      dispatch(notified({ kind: "error", text: say("notices.copyBlocked") }));
    }
  };
  return (
    <Button variant="ghost" size="sm" aria-label={label} onClick={copy}>
      {isCopied ? <Check aria-hidden className="text-success" /> : <Copy aria-hidden />}
    </Button>
  );
}
