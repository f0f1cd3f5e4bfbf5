"use client";

import { clsx } from "clsx";
import { GripVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, type KeyboardEvent, useState } from "react";
import { AddToCartButton } from "@/app/_components/add-to-cart-button";
import { CoverArt } from "@/app/_components/cover-art";
import { Price } from "@/app/_components/price";
import { Badge } from "@/app/_components/ui/badge";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import { toDay } from "@/lib/shared/day";
import type { Wish } from "@/lib/shared/wishlist";
import { useWishActions } from "./use-wishes";
import { WishMenu, type WishMoves } from "./wish-menu";
import { WishNote } from "./wish-note";

/** Steps that a wish takes in the list: to its top, one up, one down, to its end. */
export type WishSteps = WishMoves & { toEnd: (() => void) | undefined };

type WishRowProps = {
  wish: Wish;
  isReady: boolean;
  /** Null where the list is not in the shopper's own order. */
  steps: WishSteps | null;
  handle: ComponentProps<"button">;
  look: { isDragged: boolean; isTarget: boolean; offset: number };
  onRemove: () => void;
};

const STEP_KEYS: Record<string, keyof WishSteps> = {
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "toTop",
  End: "toEnd",
};

type MoveHandleProps = { wish: Wish; steps: WishSteps } & ComponentProps<"button">;

function MoveHandle({ wish, steps, ...handle }: MoveHandleProps) {
  const t = useTranslations("wishlist.move");
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEP_KEYS[event.key];
    if (!step) return;
    event.preventDefault();
    steps[step]?.();
  };
  return (
    <button
      type="button"
      aria-label={t("handle", { title: wish.title })}
      title={t("keys")}
      data-handle={wish.gameId}
      onKeyDown={onKeyDown}
      className="-ml-2 grid w-8 shrink-0 cursor-grab touch-none place-items-center self-stretch rounded-lg text-muted hover:bg-raised active:cursor-grabbing max-sm:hidden"
      {...handle}
    >
      <GripVertical aria-hidden className="size-5" />
    </button>
  );
}

function Facts({ wish }: { wish: Wish }) {
  const t = useTranslations("wishlist");
  const common = useTranslations("common");
  const { day } = useFormats();
  const { kind, unavailable, releaseDate, missingBase, addedAt } = wish;
  const isComing = unavailable === "not_released";
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
      {kind !== "base" && <Badge>{common(kind)}</Badge>}
      {isComing && (
        <span className="font-medium text-foreground">
          {releaseDate ? common("outOn", { day: day(releaseDate) }) : common("toBeAnnounced")}
        </span>
      )}
      {unavailable && !isComing && <span className="text-warning">{t(`unavailable.${unavailable}`)}</span>}
      {missingBase && <span>{t("missingBase", { title: missingBase.title })}</span>}
      <span>{t("addedOn", { day: day(toDay(new Date(addedAt))) })}</span>
    </p>
  );
}

function Buy({ wish }: { wish: Wish }) {
  const { gameId, slug, title, cover, price, missingBase } = wish;
  if (!price) return null;
  const game = { id: gameId, slug, title, cover, price, isReleased: true };
  return (
    <>
      <Price price={price} className="sm:justify-end" />
      <AddToCartButton game={game} base={missingBase} size="sm" />
    </>
  );
}

/** A wish: the game, what it costs, what the shopper noted, and what can be done with it. */
export function WishRow({ wish, isReady, steps, handle, look, onRemove }: WishRowProps) {
  const { writeNote } = useWishActions();
  const [isEditing, setIsEditing] = useState(false);
  const { gameId, slug, title, cover, unavailable, note } = wish;
  return (
    <li
      data-wish={gameId}
      style={look.isDragged ? { translate: `0 ${look.offset}px` } : undefined}
      className={clsx(
        "relative flex gap-3 border-line border-t py-4 [contain-intrinsic-size:auto_9rem] [content-visibility:auto] sm:gap-5",
        look.isDragged && "z-20 rounded-card bg-surface opacity-90 shadow-lift",
        look.isTarget &&
          "before:absolute before:inset-x-0 before:-top-0.5 before:h-1 before:rounded-full before:bg-primary",
      )}
    >
      {steps && <MoveHandle wish={wish} steps={steps} disabled={!isReady} {...handle} />}
      <div className="picture-edge relative aspect-[3/4] w-20 shrink-0 self-start overflow-hidden rounded-lg bg-raised sm:w-24">
        <CoverArt
          picture={cover}
          title={title}
          sizes="6rem"
          isDecorative
          className={unavailable === "not_sold" ? "opacity-50 grayscale" : ""}
        />
      </div>
      <div className="grid min-w-0 grow content-start gap-2 sm:grid-cols-[minmax(0,1fr)_auto] sm:gap-x-8">
        <div className="grid min-w-0 content-start gap-1.5">
          <h2 className="font-semibold text-base sm:text-lg">
            {unavailable === "not_sold" ? (
              title
            ) : (
              <Link href={`/games/${slug}`} className="hover:text-primary">
                {title}
              </Link>
            )}
          </h2>
          <Facts wish={wish} />
          <WishNote
            wish={wish}
            isEditing={isEditing}
            onEnd={() => setIsEditing(false)}
            onSave={(text) => writeNote(wish, text)}
          />
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:flex-col sm:items-end sm:justify-center">
          <Buy wish={wish} />
        </div>
      </div>
      <WishMenu
        title={title}
        hasNote={note !== ""}
        isDisabled={!isReady}
        moves={steps}
        onEditNote={() => setIsEditing(true)}
        onRemove={onRemove}
      />
    </li>
  );
}
