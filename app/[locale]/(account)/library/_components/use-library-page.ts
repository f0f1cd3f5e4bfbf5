"use client";

import { useEffect, useTransition } from "react";
import { useRouter } from "@/app/_i18n/navigation";
import { toLibraryHref, toLibraryParams } from "@/lib/client/features/library/address";
import {
  selectCollections,
  selectIsLibraryOpened,
  selectLibraryList,
  selectMore,
} from "@/lib/client/features/library/selectors";
import { moreRequest, pageOpened } from "@/lib/client/features/library/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { Collection, LibraryGame, LibraryView } from "@/lib/shared/library";
import type { Page } from "@/lib/shared/page";
import { useFreshPage } from "./use-fresh-page";

/** A page of the library as the server rendered it. */
export type OpenedPage = { view: LibraryView; page: Page<LibraryGame>; collections: Collection[] };

/** The games and collections to show: the server's first page, and what the browser has read and changed since. */
export function useLibraryPage({ view, page, collections }: OpenedPage) {
  const dispatch = useAppDispatch();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const key = toLibraryParams(view).toString();
  const list = useAppSelector((state) => selectLibraryList(state, key));
  const shelves = useAppSelector(selectCollections);
  const more = useAppSelector(selectMore);
  const isOpened = useAppSelector(selectIsLibraryOpened);

  useEffect(() => {
    dispatch(pageOpened({ key, page, collections }));
    return () => {
      dispatch(moreRequest.cancelled());
    };
  }, [dispatch, key, page, collections]);

  useFreshPage();

  const { items, nextCursor } = list ?? page;
  return {
    games: items,
    collections: isOpened ? shelves : collections,
    hasMore: nextCursor !== null,
    isReading: more.status === "running",
    isPending,
    readOn: () => nextCursor && dispatch(moreRequest.requested({ view, cursor: nextCursor, limit: page.items.length })),
    show: (change: Partial<LibraryView>) =>
      startTransition(() => router.push(toLibraryHref({ ...view, ...change }), { scroll: false })),
  };
}
