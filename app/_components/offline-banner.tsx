"use client";

import { WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useRouter } from "@/app/_i18n/navigation";
import { Button } from "./ui/button";

const REACH_TIMEOUT_MS = 5_000;

function subscribe(onChange: () => void): () => void {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}

/** Whether the browser has a network; in the server's markup it has. */
function useIsOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
}

/** Asks the shop whether it can be reached, whatever the browser believes of its network. */
function useReach(isOnline: boolean): { isAsking: boolean; hasReached: boolean; ask: () => Promise<void> } {
  const [isAsking, setIsAsking] = useState(false);
  const [hasReached, setHasReached] = useState(false);
  // The next time that the network goes, it is to be asked anew.
  if (isOnline && hasReached) setHasReached(false);
  const ask = async () => {
    setIsAsking(true);
    try {
      // Not by the API's client, which is loaded when it is needed: there may be no network to load it by.
      const answer = await fetch("/api/health", { cache: "no-store", signal: AbortSignal.timeout(REACH_TIMEOUT_MS) });
      setHasReached(answer.ok);
    } catch {
      // Still out of reach: the banner stays.
      setHasReached(false);
    }
    setIsAsking(false);
  };
  return { isAsking, hasReached, ask };
}

/** Says that there is no network, and shows the page anew when there is one again. */
export function OfflineBanner() {
  const t = useTranslations("shell.offline");
  const router = useRouter();
  const isOnline = useIsOnline();
  const { isAsking, hasReached, ask } = useReach(isOnline);
  const isCut = !isOnline && !hasReached;
  const wasCut = useRef(false);

  useEffect(() => {
    if (!isCut && wasCut.current) router.refresh();
    wasCut.current = isCut;
  }, [router, isCut]);

  return (
    <div role="status" className="sticky bottom-0 z-40">
      {isCut && (
        <div className="border-warning/40 border-t bg-raised">
          <div className="container-page flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <WifiOff aria-hidden className="size-5 shrink-0 text-warning" />
            <p className="min-w-0 grow basis-60 text-sm">
              <span className="font-semibold">{t("title")}</span> <span className="text-muted">{t("text")}</span>
            </p>
            <Button variant="secondary" size="sm" aria-disabled={isAsking} onClick={ask} className="max-sm:ml-9">
              {t("retry")}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
