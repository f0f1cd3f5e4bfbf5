"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { notified } from "@/lib/client/features/notifications/slice";
import { useAppDispatch } from "@/lib/client/store/hooks";

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const dispatch = useAppDispatch();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
      dispatch(notified({ kind: "success", text: "Copied" }));
    } catch {
      // Browsers refuse it on pages that are not secure, or when the visitor says no.
      dispatch(notified({ kind: "error", text: "Your browser does not let us copy. Select the key and copy it" }));
    }
  };
  return (
    <Button variant="ghost" size="sm" aria-label={label} onClick={copy}>
      {isCopied ? <Check aria-hidden className="text-success" /> : <Copy aria-hidden />}
    </Button>
  );
}
