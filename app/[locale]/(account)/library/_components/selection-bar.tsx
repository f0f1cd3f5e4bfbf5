"use client";

import { FolderMinus, FolderPlus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { Button } from "@/app/_components/ui/button";
import type { Collection } from "@/lib/shared/library";

type SelectionBarProps = {
  count: number;
  collections: readonly Collection[];
  /** The collection that is shown. */
  current: Collection | undefined;
  onSelectAll: () => void;
  onClear: () => void;
  onEnd: () => void;
  onAdd: (collection: Collection) => void;
  onRemove: (collection: Collection) => void;
  onCreate: () => void;
};

const itemClass =
  "flex cursor-pointer items-center gap-3 rounded-md px-3 py-2.5 text-sm outline-none data-highlighted:bg-background";

function AddMenu({
  count,
  collections,
  onAdd,
  onCreate,
}: Pick<SelectionBarProps, "count" | "collections" | "onAdd" | "onCreate">) {
  const t = useTranslations("library");
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button disabled={count === 0}>
          <FolderPlus aria-hidden />
          {t("select.addTo")}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          side="top"
          align="end"
          sideOffset={8}
          collisionPadding={12}
          className="z-50 max-h-80 w-64 overflow-y-auto rounded-card border border-line bg-raised p-1.5 shadow-lift"
        >
          {collections.map((collection) => (
            <DropdownMenu.Item key={collection.id} className={itemClass} onSelect={() => onAdd(collection)}>
              <span className="truncate">{collection.name}</span>
            </DropdownMenu.Item>
          ))}
          {collections.length > 0 && <DropdownMenu.Separator className="my-1.5 h-px bg-line" />}
          <DropdownMenu.Item className={itemClass} onSelect={onCreate}>
            <Plus aria-hidden className="size-4 text-primary" />
            {t("collections.newWith")}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** What can be done with the selected games; it stays in sight while they are chosen. */
export function SelectionBar(props: SelectionBarProps) {
  const { count, collections, current, onSelectAll, onClear, onEnd, onAdd, onRemove, onCreate } = props;
  const t = useTranslations("library.select");
  return (
    <section
      aria-label={t("bar")}
      className="sticky bottom-4 z-30 flex animate-rise flex-wrap items-center gap-2 rounded-card border border-line bg-raised p-3 shadow-lift sm:gap-3"
    >
      <p role="status" className="px-2 font-semibold text-sm tabular-nums">
        {t("count", { count })}
      </p>
      <Button variant="ghost" size="md" onClick={count > 0 ? onClear : onSelectAll}>
        {t(count > 0 ? "none" : "all")}
      </Button>
      <div className="ml-auto flex flex-wrap gap-2 sm:gap-3">
        {current && (
          <Button variant="secondary" disabled={count === 0} onClick={() => onRemove(current)}>
            <FolderMinus aria-hidden />
            <span className="max-w-40 truncate">{t("removeFrom", { name: current.name })}</span>
          </Button>
        )}
        <AddMenu
          count={count}
          collections={collections.filter(({ id }) => id !== current?.id)}
          onAdd={onAdd}
          onCreate={onCreate}
        />
        <Button variant="ghost" onClick={onEnd}>
          {t("end")}
        </Button>
      </div>
    </section>
  );
}
