"use client";

import { ShoppingCart } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/app/_i18n/navigation";
import { selectWishCount } from "@/lib/client/features/wishlist/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import { Button } from "./ui/button";
import { EmptyState } from "./ui/empty-state";

/** A cart without games, and where there are some. */
export function CartEmpty() {
  const t = useTranslations("cart.empty");
  const hasWishes = useAppSelector((state) => selectWishCount(state) > 0);
  return (
    <EmptyState
      icon={<ShoppingCart />}
      title={t("title")}
      text={t("text")}
      action={
        <>
          <Button asChild>
            <Link href="/games">{t("browse")}</Link>
          </Button>
          {hasWishes && (
            <Button asChild variant="secondary">
              <Link href="/wishlist">{t("wishlist")}</Link>
            </Button>
          )}
        </>
      }
    />
  );
}
