"use client";

import { clsx } from "clsx";
import { Building2, Clock, Compass, type LucideIcon, Search, Shapes, Tag, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/app/_i18n/navigation";
import { CoverArt } from "../cover-art";
import { Price } from "../price";
import type { SearchOption } from "./search-options";

const termIcons: Record<Extract<SearchOption, { kind: "term" }>["term"]["facet"], LucideIcon> = {
  publisher: Building2,
  genre: Shapes,
  category: Users,
  tag: Tag,
};

type RowProps<Kind extends SearchOption["kind"]> = { option: Extract<SearchOption, { kind: Kind }> };

function GameRow({ option: { game } }: RowProps<"game">) {
  return (
    <>
      <span className="picture-edge relative h-13 w-10 shrink-0 overflow-hidden rounded-md bg-raised">
        <CoverArt picture={game.cover} title={game.title} sizes="40px" isDecorative />
      </span>
      <span className="min-w-0 grow truncate font-medium">{game.title}</span>
      <Price price={game.price} size="sm" className="shrink-0 justify-end" />
    </>
  );
}

function PlainRow({ Icon, text, note }: { Icon: LucideIcon; text: string; note?: string }) {
  return (
    <>
      <Icon aria-hidden className="size-4 shrink-0 text-muted" />
      <span className="min-w-0 grow truncate">{text}</span>
      {note && <span className="shrink-0 text-muted text-xs">{note}</span>}
    </>
  );
}

function Content({ option }: { option: SearchOption }) {
  const t = useTranslations("shell.search");
  switch (option.kind) {
    case "game":
      return <GameRow option={option} />;
    case "term":
      return <PlainRow Icon={termIcons[option.term.facet]} text={option.term.name} note={t(option.term.facet)} />;
    case "recent":
      return <PlainRow Icon={Clock} text={option.text} />;
    case "place":
      return <PlainRow Icon={Compass} text={t(option.place)} />;
    case "all":
      return <PlainRow Icon={Search} text={t("all", { text: option.text })} />;
  }
}

type SearchRowProps = { option: SearchOption; isActive: boolean; onPoint: (id: string) => void; onFollow: () => void };

/** A row of the list: a link that only the box's arrow keys and the pointer reach. */
export function SearchRow({ option, isActive, onPoint, onFollow }: SearchRowProps) {
  return (
    <Link
      id={option.id}
      href={option.href}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      onPointerMove={() => onPoint(option.id)}
      onClick={onFollow}
      className={clsx(
        "flex items-center gap-3 rounded-lg px-3 text-sm",
        option.kind === "game" ? "min-h-16 py-1.5" : "h-11",
        option.kind === "recent" && "pr-12",
        isActive && "bg-raised",
      )}
    >
      <Content option={option} />
    </Link>
  );
}
