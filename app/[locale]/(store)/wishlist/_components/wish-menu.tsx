"use client";

import { ArrowDown, ArrowUp, ArrowUpToLine, EllipsisVertical, type LucideIcon, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { Button } from "@/app/_components/ui/button";

/** Moves that a wish can make; undefined where it is there already. */
export type WishMoves = Record<"toTop" | "up" | "down", (() => void) | undefined>;

type WishMenuProps = {
  title: string;
  hasNote: boolean;
  isDisabled: boolean;
  /** Null where the list is not in the shopper's own order. */
  moves: WishMoves | null;
  onEditNote: () => void;
  onRemove: () => void;
};

function Item({ Icon, text, onSelect }: { Icon: LucideIcon; text: string; onSelect: (() => void) | undefined }) {
  return (
    <DropdownMenu.Item
      disabled={!onSelect}
      onSelect={() => onSelect?.()}
      className="flex cursor-pointer items-center gap-3 rounded-md px-3 py-2.5 text-sm outline-none data-disabled:cursor-default data-highlighted:bg-background data-disabled:opacity-50"
    >
      <Icon aria-hidden className="size-4 text-muted" />
      {text}
    </DropdownMenu.Item>
  );
}

/** All that can be done with a wish, for fingers and keys alike. */
export function WishMenu({ title, hasNote, isDisabled, moves, onEditNote, onRemove }: WishMenuProps) {
  const t = useTranslations("wishlist");
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button variant="ghost" size="md" className="px-3" disabled={isDisabled} aria-label={t("menu", { title })}>
          <EllipsisVertical aria-hidden />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={12}
          className="z-50 w-56 rounded-card border border-line bg-raised p-1.5 shadow-lift"
        >
          {moves && (
            <>
              <Item Icon={ArrowUpToLine} text={t("move.toTop")} onSelect={moves.toTop} />
              <Item Icon={ArrowUp} text={t("move.up")} onSelect={moves.up} />
              <Item Icon={ArrowDown} text={t("move.down")} onSelect={moves.down} />
              <DropdownMenu.Separator className="my-1.5 h-px bg-line" />
            </>
          )}
          <Item Icon={Pencil} text={t(hasNote ? "note.edit" : "note.add")} onSelect={onEditNote} />
          <Item Icon={Trash2} text={t("remove")} onSelect={onRemove} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
