"use client";

import { Gift, Library, ShoppingCart } from "lucide-react";
import Link from "next/link";
import { type ReactNode, type Ref, useEffect, useRef } from "react";
import { selectIsChanging, selectIsInCart } from "@/lib/client/features/cart/selectors";
import { itemAdded } from "@/lib/client/features/cart/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";
import type { GameCard } from "@/lib/shared/catalogue";
import { Button } from "./ui/button";

type AddToCartButtonProps = {
  game: Pick<GameCard, "id" | "slug" | "title" | "cover" | "price" | "isReleased">;
  isOwned?: boolean;
  size?: "sm" | "md" | "lg";
  className?: string;
};

type LinkLook = {
  href: string;
  variant: "primary" | "secondary";
  linkRef?: Ref<HTMLAnchorElement>;
  children: ReactNode;
};

type LookProps = Pick<AddToCartButtonProps, "size" | "className">;

function ButtonLink({ href, variant, linkRef, children, ...look }: LookProps & LinkLook) {
  return (
    <Button asChild variant={variant} {...look}>
      <Link href={href} ref={linkRef}>
        {children}
      </Link>
    </Button>
  );
}

function CartAction({ game, ...look }: AddToCartButtonProps) {
  const dispatch = useAppDispatch();
  const isInCart = useAppSelector((state) => selectIsInCart(state, game.id));
  const isChanging = useAppSelector((state) => selectIsChanging(state, game.id));
  const isHydrated = useHydrated();
  const hasAdded = useRef(false);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // The link takes the place of the button that was pressed, and its focus with it.
    if (isInCart && !isChanging && hasAdded.current) link.current?.focus({ preventScroll: true });
  }, [isInCart, isChanging]);
  if (isInCart && !isChanging) {
    return (
      <ButtonLink href="/cart" variant="secondary" linkRef={link} {...look}>
        <ShoppingCart aria-hidden />
        In your cart
      </ButtonLink>
    );
  }
  const { id: gameId, slug, title, cover, price } = game;
  return (
    <Button
      {...look}
      disabled={!isHydrated || isChanging}
      onClick={() => {
        hasAdded.current = true;
        dispatch(itemAdded({ gameId, slug, title, cover, price, unavailable: null }));
      }}
    >
      <ShoppingCart aria-hidden />
      {isInCart ? "Adding…" : "Add to cart"}
    </Button>
  );
}

/** The one button by which a game is had: into the cart, on to the cart, for free, or to the library that holds it. */
export function AddToCartButton({ game, isOwned = false, size = "lg", className }: AddToCartButtonProps) {
  const look = { size, className: className ?? "" };
  if (isOwned) {
    return (
      <ButtonLink href="/library" variant="secondary" {...look}>
        <Library aria-hidden />
        In your library
      </ButtonLink>
    );
  }
  if (!game.isReleased || !game.price) {
    return (
      <Button variant="secondary" disabled {...look}>
        {game.isReleased ? "Not for sale" : "Not out yet"}
      </Button>
    );
  }
  if (game.price.amountCents === 0) {
    return (
      <ButtonLink href={`/checkout?game=${game.slug}`} variant="primary" {...look}>
        <Gift aria-hidden />
        Get for free
      </ButtonLink>
    );
  }
  return <CartAction game={game} {...look} />;
}
