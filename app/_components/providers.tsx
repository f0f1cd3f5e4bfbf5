"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Provider } from "react-redux";
import { useRouter } from "@/app/_i18n/navigation";
import { selectSession } from "@/lib/client/features/session/selectors";
import { sessionHydrated } from "@/lib/client/features/session/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { type AppStore, makeStore } from "@/lib/client/store/make-store";
import { startSagas } from "@/lib/client/store/start-sagas";
import type { SessionView } from "@/lib/shared/auth";
import { LateToaster } from "./late-toaster";
import { OfflineBanner } from "./offline-banner";

/** Stands before the page, so that it sees what the page's first effects dispatch. */
function SagaStarter({ store, isKnownShopper }: { store: AppStore; isKnownShopper: boolean }) {
  const isAwaited = useRef(isKnownShopper);
  useEffect(() => startSagas(store, { isAwaited: isAwaited.current }), [store]);
  return null;
}

/**
 * Keeps the store and the server's pages of one mind on who is signed in. It stands before the page, so that pages kept
 * for somebody else are dropped before the page's own effect goes to one.
 */
function SessionSync({ session }: { session: SessionView | null }) {
  const router = useRouter();
  const dispatch = useAppDispatch();
  const userId = useAppSelector(selectSession)?.userId;
  const shownUserId = useRef(userId);

  useEffect(() => {
    dispatch(sessionHydrated(session));
  }, [dispatch, session]);

  useEffect(() => {
    if (shownUserId.current === userId) return;
    shownUserId.current = userId;
    router.refresh();
  }, [router, userId]);

  return null;
}

type ProvidersProps = {
  session: SessionView | null;
  /** Whether the browser has a session, or a guest's cart or wishlist. */
  isKnownShopper: boolean;
  children: ReactNode;
};

/** What every page stands in: the store of this render tree with its sagas, and the notifications. */
export function Providers({ session, isKnownShopper, children }: ProvidersProps) {
  const [store] = useState(() => makeStore({ session, isKnownShopper }));
  return (
    <Provider store={store} serverState={store.renderedState}>
      <SagaStarter store={store} isKnownShopper={isKnownShopper} />
      <SessionSync session={session} />
      {children}
      <OfflineBanner />
      <LateToaster />
    </Provider>
  );
}
