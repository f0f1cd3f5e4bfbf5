"use client";

import { Check, Share2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { notified } from "@/lib/client/features/notifications/slice";
import { useAppDispatch } from "@/lib/client/store/hooks";
import { say } from "@/lib/shared/say";

const COPIED_MS = 2500;

/** Whether somebody changed their mind in the browser's own dialog: nothing went wrong. */
function isCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

async function share(title: string): Promise<"shared" | "copied"> {
  const url = window.location.origin + window.location.pathname;
  if (navigator.canShare?.({ title, url })) {
    await navigator.share({ title, url });
    return "shared";
  }
  await navigator.clipboard.writeText(url);
  return "copied";
}

/** Hands the page's address on by the device's own dialog; where there is none, copies it. */
export function ShareButton({ title }: { title: string }) {
  const t = useTranslations("gameLive.share");
  const dispatch = useAppDispatch();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const onClick = () => {
    share(title).then(
      (outcome) => setCopied(outcome === "copied"),
      (error) => {
        if (!isCancelled(error)) dispatch(notified({ kind: "error", text: say("notices.linkNotCopied") }));
      },
    );
  };
  return (
    <Button variant="ghost" size="sm" onClick={onClick}>
      {isCopied ? <Check aria-hidden /> : <Share2 aria-hidden />}
      <span aria-live="polite">{t(isCopied ? "copied" : "share")}</span>
    </Button>
  );
}
