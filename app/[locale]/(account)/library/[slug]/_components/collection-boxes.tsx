"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { useRouter } from "@/app/_i18n/navigation";
import { selectCollections } from "@/lib/client/features/library/selectors";
import { gamesChanged } from "@/lib/client/features/library/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";
import type { Collection } from "@/lib/shared/library";
import { CollectionDialog, type NamedCollection } from "../../_components/collection-dialog";
import { useFreshPage } from "../../_components/use-fresh-page";

type CollectionBoxesProps = {
  gameId: string;
  collections: readonly Collection[];
  /** Collections that the game is in, as the server rendered it. */
  heldIds: readonly string[];
};

const toTicks = (heldIds: readonly string[]): Record<string, boolean> =>
  Object.fromEntries(heldIds.map((id) => [id, true]));

/** Has the server say anew what the game is in when a collection has changed, such as by the undo of a notice. */
function useFreshShelves(): void {
  const router = useRouter();
  const shelves = useAppSelector(selectCollections);
  const seen = useRef(shelves);
  useEffect(() => {
    if (seen.current === shelves) return;
    seen.current = shelves;
    router.refresh();
  }, [router, shelves]);
}

/** What is ticked: as the server has it, and what was ticked since until its page knows. */
function useTicks({ gameId, heldIds }: CollectionBoxesProps) {
  const dispatch = useAppDispatch();
  const [ticked, setTicked] = useState(() => toTicks(heldIds));
  useFreshPage();
  useFreshShelves();
  useEffect(() => {
    // The server's page is the truth again, also after a change that failed.
    setTicked(toTicks(heldIds));
  }, [heldIds]);
  const tick = ({ id, name }: Collection, isIn: boolean) => {
    setTicked((before) => ({ ...before, [id]: isIn }));
    dispatch(gamesChanged({ id, name, add: isIn ? [gameId] : [], remove: isIn ? [] : [gameId] }));
  };
  return { isTicked: (id: string) => ticked[id] ?? false, tick };
}

/** The shelves that a game stands on. */
export function CollectionBoxes(props: CollectionBoxesProps) {
  const t = useTranslations("library.collections");
  const isHydrated = useHydrated();
  const { isTicked, tick } = useTicks(props);
  const [named, setNamed] = useState<NamedCollection | null>(null);
  const { gameId, collections } = props;
  return (
    <section aria-labelledby="collections-title" className="grid gap-3">
      <h2 id="collections-title" className="font-bold text-section">
        {t("of")}
      </h2>
      {collections.length > 0 && (
        <ul className="grid grid-cols-1 gap-1 wrap-anywhere">
          {collections.map((collection) => (
            <li key={collection.id} className="min-h-8 py-1">
              <Checkbox
                label={collection.name}
                disabled={!isHydrated}
                checked={isTicked(collection.id)}
                onChange={({ target: { checked } }) => tick(collection, checked)}
              />
            </li>
          ))}
        </ul>
      )}
      <Button
        variant="secondary"
        size="sm"
        className="justify-self-start"
        disabled={!isHydrated}
        onClick={() => setNamed({ kind: "new", gameIds: [gameId] })}
      >
        <Plus aria-hidden />
        {t("new")}
      </Button>
      <CollectionDialog named={named} onClose={() => setNamed(null)} />
    </section>
  );
}
