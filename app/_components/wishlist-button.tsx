"use client";

import { clsx } from "clsx";
import { Heart } from "lucide-react";
import { useTranslations } from "next-intl";
import { selectIsWished } from "@/lib/client/features/wishlist/selectors";
import { wishChanged } from "@/lib/client/features/wishlist/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";
import { Button } from "./ui/button";

type WishlistButtonProps = {
  game: { id: string; title: string };
  size?: "sm" | "md" | "lg";
  className?: string;
};

function useWish({ id: gameId, title }: WishlistButtonProps["game"]) {
  const dispatch = useAppDispatch();
  const isHydrated = useHydrated();
  const isWished = useAppSelector((state) => selectIsWished(state, gameId));
  const toggle = () => dispatch(wishChanged({ kind: isWished ? "remove" : "add", game: { gameId, title } }));
  return { isWished, isHydrated, toggle };
}

/** Puts a game onto the wishlist and takes it off again. */
export function WishlistButton({ game, size = "lg", className }: WishlistButtonProps) {
  const t = useTranslations("shell.wish");
  const { isWished, isHydrated, toggle } = useWish(game);
  return (
    <Button variant="secondary" size={size} className={className} disabled={!isHydrated} onClick={toggle}>
      <Heart aria-hidden className={clsx("transition-[fill]", isWished && "fill-primary text-primary")} />
      {t(isWished ? "on" : "add")}
    </Button>
  );
}

/**
 * The same over a picture: a heart that shows itself where the pointer or the focus is, on screens that are touched, and
 * where the game is wished for.
 */
export function WishlistHeart({ game, className }: Omit<WishlistButtonProps, "size">) {
  const t = useTranslations("shell.wish");
  const { isWished, isHydrated, toggle } = useWish(game);
  return (
    <button
      type="button"
      disabled={!isHydrated}
      aria-label={t("label", { title: game.title })}
      aria-pressed={isWished}
      onClick={toggle}
      className={clsx(
        "grid size-10 place-items-center rounded-full bg-black/65 text-white transition-[opacity,scale,background-color]",
        "hover:bg-black/80 active:scale-90 focus-visible:opacity-100 pointer-coarse:opacity-100",
        isWished ? "opacity-100" : "opacity-0 group-focus-within/card:opacity-100 group-hover/card:opacity-100",
        className,
      )}
    >
      <Heart aria-hidden className={clsx("size-5 transition-[fill]", isWished && "fill-[#ff6b3d] text-[#ff6b3d]")} />
    </button>
  );
}
