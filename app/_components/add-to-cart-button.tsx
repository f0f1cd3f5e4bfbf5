"use client";

import { Gift, Library, ShoppingCart } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/app/_i18n/navigation";
import { selectIsChanging, selectIsInCart } from "@/lib/client/features/cart/selectors";
import { drawerOpened, itemAdded } from "@/lib/client/features/cart/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";
import type { CartLine } from "@/lib/shared/cart";
import type { GameCard } from "@/lib/shared/catalogue";
import { preloadCartDrawer } from "./cart-button";
import { Button } from "./ui/button";

type Game = Pick<GameCard, "id" | "slug" | "title" | "cover" | "price" | "isReleased">;

type AddToCartButtonProps = {
  game: Game;
  isOwned?: boolean;
  /** The game that must be bought with it; null where it needs none, or its owner has it. */
  base?: Game | null;
  size?: "sm" | "md" | "lg";
  className?: string;
};

type LinkLook = {
  href: string;
  variant: "primary" | "secondary";
  children: ReactNode;
};

type LookProps = Pick<AddToCartButtonProps, "size" | "className">;

function ButtonLink({ href, variant, children, ...look }: LookProps & LinkLook) {
  return (
    <Button asChild variant={variant} {...look}>
      <Link href={href}>{children}</Link>
    </Button>
  );
}

/** The line as it will be, until the server says what it is. */
function toLine({ id: gameId, slug, title, cover, price }: Game): CartLine {
  return { gameId, slug, title, cover, price, unavailable: null, base: null, bundle: null };
}

function CartAction({ game, base, ...look }: AddToCartButtonProps) {
  const t = useTranslations("common.buy");
  const dispatch = useAppDispatch();
  const isInCart = useAppSelector((state) => selectIsInCart(state, game.id));
  const isChanging = useAppSelector((state) => selectIsChanging(state, game.id));
  const needsBase = useAppSelector((state) => Boolean(base && !selectIsInCart(state, base.id)));
  const isHydrated = useHydrated();
  const isKept = isInCart && !isChanging;
  const add = () => {
    // The base game first: requests go one after the other, and without it the DLC would be refused.
    if (base && needsBase) dispatch(itemAdded(toLine(base)));
    dispatch(itemAdded(toLine(game)));
  };
  const addText = needsBase ? t("addWithBase") : t("add");
  // One button in all its states, so that the focus comes back to it from the drawer.
  return (
    <Button
      {...look}
      variant={isKept ? "secondary" : "primary"}
      disabled={!isHydrated}
      aria-haspopup="dialog"
      onPointerEnter={preloadCartDrawer}
      onClick={() => {
        if (!isInCart) add();
        dispatch(drawerOpened());
      }}
    >
      <ShoppingCart aria-hidden />
      {isKept && t("inCart")}
      {!isKept && (isChanging ? t("adding") : addText)}
    </Button>
  );
}

/** The one button by which a game is had: into the cart, on to the cart, for free, or to the library that holds it. */
export function AddToCartButton({ game, isOwned = false, base = null, size = "lg", className }: AddToCartButtonProps) {
  const t = useTranslations("common.buy");
  const look = { size, className: className ?? "" };
  if (isOwned) {
    return (
      <ButtonLink href="/library" variant="secondary" {...look}>
        <Library aria-hidden />
        {t("inLibrary")}
      </ButtonLink>
    );
  }
  const isForSale = (one: Game) => one.isReleased && one.price !== null;
  if (!isForSale(game) || (base && !isForSale(base))) {
    return (
      <Button variant="secondary" disabled {...look}>
        {t(game.isReleased ? "notForSale" : "notOut")}
      </Button>
    );
  }
  if (game.price?.amountCents === 0 && !base) {
    return (
      <ButtonLink href={`/checkout?game=${game.slug}`} variant="primary" {...look}>
        <Gift aria-hidden />
        {t("getFree")}
      </ButtonLink>
    );
  }
  return <CartAction game={game} base={base} {...look} />;
}
