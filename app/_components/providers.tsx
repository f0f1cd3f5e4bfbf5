"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Provider } from "react-redux";
import { selectSession } from "@/lib/client/features/session/selectors";
import { sessionHydrated } from "@/lib/client/features/session/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { type AppStore, makeStore } from "@/lib/client/store/make-store";
import type { SessionView } from "@/lib/shared/auth";
import { Toaster } from "./toaster";

/** Stands before the page, so that the sagas run when the page's first effects dispatch. */
function SagaRunner({ store }: { store: AppStore }) {
  useEffect(() => {
    const task = store.runSagas();
    return () => task.cancel();
  }, [store]);
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

type ProvidersProps = { session: SessionView | null; children: ReactNode };

/** What every page stands in: the store of this render tree with its sagas, and the notifications. */
export function Providers({ session, children }: ProvidersProps) {
  const [store] = useState(() => makeStore({ session }));
  return (
    <Provider store={store}>
      <SagaRunner store={store} />
      <SessionSync session={session} />
      {children}
      <Toaster />
    </Provider>
  );
}
