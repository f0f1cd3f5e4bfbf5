"use client";

import { ShoppingCart } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { Link, usePathname } from "@/app/_i18n/navigation";
import { selectCart, selectCartCount } from "@/lib/client/features/cart/selectors";
import { drawerOpened } from "@/lib/client/features/cart/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { Button } from "./ui/button";

const loadDrawer = () => import("./cart-drawer").then(({ CartDrawer }) => CartDrawer);

/** Comes when it is opened first. */
const CartDrawer = dynamic(loadDrawer, { ssr: false });

/** Fetches the drawer's code when it is about to be needed. */
export function preloadCartDrawer(): void {
  void loadDrawer();
}

const isPlainClick = (event: MouseEvent) => !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** The header's way to the cart, with the number of games in it: it opens beside the page, and without scripts alone. */
export function CartButton() {
  const t = useTranslations("shell.cart");
  const dispatch = useAppDispatch();
  const isOnCartPage = usePathname() === "/cart";
  const count = useAppSelector(selectCartCount);
  const { isOpen } = useAppSelector(selectCart);
  const [hasOpened, setHasOpened] = useState(false);
  if (isOpen && !hasOpened) setHasOpened(true);
  return (
    <>
      <Button asChild variant="ghost" size="sm" className="relative">
        <Link
          href="/cart"
          aria-haspopup={isOnCartPage ? undefined : "dialog"}
          onPointerEnter={preloadCartDrawer}
          onFocus={preloadCartDrawer}
          onClick={(event) => {
            if (isOnCartPage || !isPlainClick(event)) return;
            event.preventDefault();
            dispatch(drawerOpened());
          }}
        >
          <ShoppingCart aria-hidden className="size-5" />
          <span className="max-lg:sr-only">{t("label")}</span>
          {count > 0 && (
            <span className="grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1.5 font-bold text-on-accent text-xs tabular-nums">
              {count}
            </span>
          )}
          <span className="sr-only">{t("state", { count })}</span>
        </Link>
      </Button>
      {hasOpened && <CartDrawer />}
    </>
  );
}
