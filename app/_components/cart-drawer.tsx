"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Link, usePathname } from "@/app/_i18n/navigation";
import { selectCart } from "@/lib/client/features/cart/selectors";
import { drawerClosed, loadRequested } from "@/lib/client/features/cart/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { CartEmpty } from "./cart-empty";
import { CartLines } from "./cart-lines";
import { CartTotals } from "./cart-totals";
import { DialogNotices } from "./dialog-notices";
import { Alert } from "./ui/alert";
import { Button } from "./ui/button";
import { Dialog } from "./ui/dialog";
import { Skeleton } from "./ui/skeleton";

function LoadingLines() {
  const t = useTranslations("cart.drawer");
  return (
    <div className="grid gap-4">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <Skeleton className="h-24" />
      <Skeleton className="h-24" />
    </div>
  );
}

function DrawerContent() {
  const t = useTranslations("cart");
  const { status, lines } = useAppSelector(selectCart);
  if (status === "loading") return <LoadingLines />;
  return (
    <>
      {status === "failed" && (
        <Alert tone="warning" title={t("stale.title")}>
          {t("stale.text")}
        </Alert>
      )}
      {lines.length === 0 ? <CartEmpty /> : <CartLines lines={lines} isCompact />}
    </>
  );
}

/** Goes with the page it was opened on. */
function useCloseOnNavigation(): void {
  const dispatch = useAppDispatch();
  const pathname = usePathname();
  const openedOn = useRef(pathname);
  useEffect(() => {
    if (openedOn.current === pathname) return;
    openedOn.current = pathname;
    dispatch(drawerClosed());
  }, [dispatch, pathname]);
}

/** The cart beside the page: what is in it, what it comes to, and the way to pay. */
export function CartDrawer() {
  const t = useTranslations("cart");
  const dispatch = useAppDispatch();
  const { isOpen, lines } = useAppSelector(selectCart);
  useCloseOnNavigation();
  useEffect(() => {
    if (isOpen) dispatch(loadRequested());
  }, [dispatch, isOpen]);
  const close = () => dispatch(drawerClosed());
  return (
    <Dialog
      shape="side"
      open={isOpen}
      onOpenChange={(open) => !open && close()}
      title={t("title")}
      stickyFooter={
        lines.length > 0 && (
          <div className="grid gap-4">
            <CartTotals lines={lines} />
            <div className="grid grid-cols-2 gap-3">
              <Button variant="ghost" onClick={close}>
                {t("drawer.goOn")}
              </Button>
              <Button asChild variant="secondary">
                <Link href="/cart" onClick={close}>
                  {t("drawer.viewCart")}
                </Link>
              </Button>
            </div>
          </div>
        )
      }
    >
      <DrawerContent />
      <DialogNotices />
    </Dialog>
  );
}
