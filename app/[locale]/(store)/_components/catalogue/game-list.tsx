"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useEffect } from "react";
import { FeatureGate } from "@/app/_components/feature-gate";
import { GameCard } from "@/app/_components/game-card";
import { toListedGame } from "@/app/_components/shown-game";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { Link } from "@/app/_i18n/navigation";
import { useSaid } from "@/app/_i18n/use-said";
import { catalogueFeature } from "@/lib/client/features/catalogue/feature";
import { selectKeptList } from "@/lib/client/features/catalogue/selectors";
import { listLeft, listShown, moreRequested, type ShownList } from "@/lib/client/features/catalogue/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { CardSkeleton } from "./card-skeleton";
import { gridClass } from "./grid";

const features = [catalogueFeature] as const;

const waiting = Array.from({ length: 6 }, (_, place) => place);

type GameListProps = {
  list: ShownList;
  /** How many games the first page has. */
  firstCount: number;
  /** Address of the page after the first, for those without a script. */
  nextHref: string | null;
  /** The first page's cards, from the server. */
  children: ReactNode;
};

function useKeptList(list: ShownList) {
  const dispatch = useAppDispatch();
  const kept = useAppSelector((state) => selectKeptList(state, list.key, list.lastId));
  useEffect(() => {
    dispatch(listShown(list));
    return () => {
      dispatch(listLeft(list.key));
    };
  }, [dispatch, list]);
  return kept;
}

function List({ list, firstCount, nextHref, children }: GameListProps) {
  const t = useTranslations("catalogue");
  const speak = useSaid();
  const dispatch = useAppDispatch();
  const kept = useKeptList(list);
  const items = kept?.items ?? [];
  const isLoading = kept?.status === "running";
  const hasMore = (kept ? kept.cursor : list.cursor) !== null;

  const onMore = (event: MouseEvent) => {
    event.preventDefault();
    dispatch(moreRequested(list.key));
  };
  return (
    <>
      <ul className={gridClass} aria-busy={isLoading}>
        {children}
        {items.map((game) => (
          <li key={game.id}>
            <GameCard game={toListedGame(game)} headingLevel={2} />
          </li>
        ))}
        {isLoading &&
          waiting.map((place) => (
            <li key={place} aria-hidden>
              <CardSkeleton />
            </li>
          ))}
      </ul>
      {kept?.error && <Alert tone="danger">{speak(kept.error)}</Alert>}
      <div className="grid justify-items-center gap-3">
        {hasMore && nextHref ? (
          <Button asChild variant="secondary" size="lg" aria-disabled={isLoading}>
            <Link href={nextHref} rel="next" onClick={onMore}>
              {t(isLoading ? "loadingMore" : kept?.error ? "retry" : "loadMore")}
            </Link>
          </Button>
        ) : (
          <p className="text-muted text-sm">{t("end")}</p>
        )}
        <p role="status" className="sr-only">
          {items.length > 0 && t("shown", { count: firstCount + items.length })}
        </p>
      </div>
    </>
  );
}

/** A list of games that grows below its first page, and is as long as it was when one comes back to it. */
export function GameList(props: GameListProps) {
  return (
    <FeatureGate features={features}>
      <List {...props} />
    </FeatureGate>
  );
}
