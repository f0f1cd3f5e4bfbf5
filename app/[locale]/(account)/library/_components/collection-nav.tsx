"use client";

import { clsx } from "clsx";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Link } from "@/app/_i18n/navigation";
import { toLibraryHref } from "@/lib/client/features/library/address";
import { useHydrated } from "@/lib/client/use-hydrated";
import type { Collection, LibraryView } from "@/lib/shared/library";

type CollectionNavProps = {
  view: LibraryView;
  collections: readonly Collection[];
  gameCount: number;
  onCreate: () => void;
};

type NavItem = { href: string; name: string; gameCount: number; isCurrent: boolean };

function NavLink({ href, name, gameCount, isCurrent }: NavItem) {
  const t = useTranslations("library.collections");
  return (
    <Link
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={clsx(
        "flex min-h-11 items-center justify-between gap-3 whitespace-nowrap rounded-lg px-3 text-sm lg:min-h-10",
        "max-lg:border max-lg:border-line",
        isCurrent ? "bg-raised font-semibold text-foreground" : "text-muted hover:bg-raised hover:text-foreground",
      )}
    >
      <span className="max-w-48 truncate">{name}</span>
      <span className="text-xs tabular-nums" aria-hidden>
        {gameCount}
      </span>
      <span className="sr-only">{t("games", { count: gameCount })}</span>
    </Link>
  );
}

/** The shelves of the library: all games, and the collections that its owner made. */
export function CollectionNav({ view, collections, gameCount, onCreate }: CollectionNavProps) {
  const t = useTranslations("library.collections");
  const isHydrated = useHydrated();
  const { collection: _collection, ...rest } = view;
  const items: (NavItem & { id: string })[] = [
    { id: "all", href: toLibraryHref(rest), name: t("all"), gameCount, isCurrent: !view.collection },
    ...collections.map(({ id, name, gameCount: count }) => ({
      id,
      href: toLibraryHref({ ...rest, collection: id }),
      name,
      gameCount: count,
      isCurrent: view.collection === id,
    })),
  ];
  return (
    <nav aria-label={t("label")} className="min-w-0 lg:sticky lg:top-24 lg:self-start">
      <h2 className="mb-2 px-3 font-semibold text-sm max-lg:sr-only">{t("label")}</h2>
      <ul className="scrollbar-none -mx-1 flex gap-2 overflow-x-auto p-1 lg:grid lg:max-h-[60dvh] lg:gap-0.5 lg:overflow-y-auto">
        {items.map(({ id, ...item }) => (
          <li key={id} className="shrink-0">
            <NavLink {...item} />
          </li>
        ))}
        <li className="shrink-0">
          <Button
            variant="ghost"
            size="md"
            className="px-3 text-primary lg:h-10 lg:w-full lg:justify-start"
            disabled={!isHydrated}
            onClick={onCreate}
          >
            <Plus aria-hidden />
            {t("new")}
          </Button>
        </li>
      </ul>
    </nav>
  );
}
