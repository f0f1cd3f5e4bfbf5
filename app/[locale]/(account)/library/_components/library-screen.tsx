"use client";

import { clsx } from "clsx";
import { FolderOpen, LibraryBig, ListChecks, Pencil, SearchX, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Link, useRouter } from "@/app/_i18n/navigation";
import { collectionDeleted, gamesChanged } from "@/lib/client/features/library/slice";
import { useAppDispatch } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";
import type { Collection, LibraryView } from "@/lib/shared/library";
import { CollectionDialog, type NamedCollection } from "./collection-dialog";
import { CollectionNav } from "./collection-nav";
import { type FilterChoices, LibraryFilters } from "./library-filters";
import { LibraryGrid } from "./library-grid";
import { SelectionBar } from "./selection-bar";
import { type OpenedPage, useLibraryPage } from "./use-library-page";
import { useSelection } from "./use-selection";

type LibraryScreenProps = OpenedPage & { choices: FilterChoices; gameCount: number };

function NothingHere({ view, gameCount }: { view: LibraryView; gameCount: number }) {
  const t = useTranslations("library");
  if (gameCount === 0) {
    return (
      <EmptyState
        icon={<LibraryBig />}
        title={t("empty.title")}
        text={t("empty.text")}
        action={
          <Button asChild>
            <Link href="/games">{t("empty.browse")}</Link>
          </Button>
        }
      />
    );
  }
  const isEmptyShelf = view.collection && !view.q && !view.platform && !view.genre;
  const texts = isEmptyShelf ? "emptyCollection" : "noMatch";
  return (
    <EmptyState
      icon={isEmptyShelf ? <FolderOpen /> : <SearchX />}
      title={t(`${texts}.title`)}
      text={t(`${texts}.text`)}
      action={
        <Button asChild variant="secondary">
          <Link href="/library">{t(`${texts}.showAll`)}</Link>
        </Button>
      }
    />
  );
}

type ShelfActionsProps = { current: Collection | undefined; onRename: (collection: Collection) => void };

function ShelfActions({ current, onRename }: ShelfActionsProps) {
  const t = useTranslations("library.collections");
  const dispatch = useAppDispatch();
  const router = useRouter();
  if (!current) return null;
  return (
    <div className="flex flex-wrap gap-2">
      <Button variant="ghost" size="sm" onClick={() => onRename(current)}>
        <Pencil aria-hidden />
        {t("rename")}
      </Button>
      <Button
        variant="ghost"
        size="sm"
        onClick={() => {
          dispatch(collectionDeleted(current));
          router.push("/library");
        }}
      >
        <Trash2 aria-hidden />
        {t("delete")}
      </Button>
    </div>
  );
}

/** The owned games, their shelves, and what can be done with many of them at once. */
export function LibraryScreen({ choices, gameCount, ...opened }: LibraryScreenProps) {
  const t = useTranslations("library");
  const dispatch = useAppDispatch();
  const isHydrated = useHydrated();
  const { view } = opened;
  const { games, collections, hasMore, isReading, isPending, readOn, show } = useLibraryPage(opened);
  const { selection, start, end, selectAll, clear } = useSelection();
  const [named, setNamed] = useState<NamedCollection | null>(null);
  const current = collections.find(({ id }) => id === view.collection);
  const selectedIds = [...(selection?.ids ?? [])];
  const change = ({ id, name }: Collection, games: { add?: string[]; remove?: string[] }) => {
    dispatch(gamesChanged({ id, name, add: [], remove: [], ...games }));
    end();
  };
  return (
    <div className="grid gap-6 lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-10">
      <CollectionNav
        view={view}
        collections={collections}
        gameCount={gameCount}
        onCreate={() => setNamed({ kind: "new", gameIds: [] })}
      />
      <div className="grid min-w-0 content-start gap-6">
        <LibraryFilters view={view} choices={choices} onChange={show} />
        <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2">
          <h2 className="font-semibold text-lg">{current?.name ?? t("collections.all")}</h2>
          <ShelfActions current={current} onRename={(collection) => setNamed({ kind: "rename", collection })} />
          {games.length > 0 && !selection && (
            <Button variant="ghost" size="sm" className="ml-auto" disabled={!isHydrated} onClick={start}>
              <ListChecks aria-hidden />
              {t("select.start")}
            </Button>
          )}
        </div>
        <div aria-busy={isPending} className={clsx("grid gap-8 transition-opacity", isPending && "opacity-60")}>
          {games.length === 0 ? (
            <NothingHere view={view} gameCount={gameCount} />
          ) : (
            <LibraryGrid games={games} selection={selection} />
          )}
          {hasMore && (
            <Button variant="secondary" className="justify-self-center" disabled={isReading} onClick={readOn}>
              {t("loadMore")}
            </Button>
          )}
        </div>
        {selection && (
          <SelectionBar
            count={selectedIds.length}
            collections={collections}
            current={current}
            onSelectAll={() => selectAll(games.map(({ gameId }) => gameId))}
            onClear={clear}
            onEnd={end}
            onAdd={(collection) => change(collection, { add: selectedIds })}
            onRemove={(collection) => change(collection, { remove: selectedIds })}
            onCreate={() => setNamed({ kind: "new", gameIds: selectedIds })}
          />
        )}
      </div>
      <CollectionDialog named={named} onClose={() => setNamed(null)} onDone={end} />
    </div>
  );
}
