"use client";

import { clsx } from "clsx";
import { Heart } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/app/_i18n/navigation";
import { selectWishCount } from "@/lib/client/features/wishlist/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import { Button } from "./ui/button";

/** The header's way to the wishlist; on phones it takes no room until there is something on it. */
export function WishlistLink() {
  const t = useTranslations("shell.wish");
  const count = useAppSelector(selectWishCount);
  return (
    <Button asChild variant="ghost" size="sm" className={clsx("px-2", count === 0 && "max-sm:hidden")}>
      <Link href="/wishlist" aria-label={t("link", { count })}>
        <Heart aria-hidden className={clsx("size-5", count > 0 && "fill-primary text-primary")} />
      </Link>
    </Button>
  );
}
