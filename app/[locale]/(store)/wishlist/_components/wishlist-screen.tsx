"use client";

import { Heart, SearchX } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Link } from "@/app/_i18n/navigation";
import { selectSession } from "@/lib/client/features/session/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import { arrangeWishes, DEFAULT_WISH_VIEW } from "@/lib/shared/wish-view";
import type { Wishlist } from "@/lib/shared/wishlist";
import { useWishView } from "./use-wish-view";
import { useWishes } from "./use-wishes";
import { WishList } from "./wish-list";
import { WishToolbar } from "./wish-toolbar";

function NoWishes() {
  const t = useTranslations("wishlist.empty");
  return (
    <EmptyState
      icon={<Heart />}
      title={t("title")}
      text={t("text")}
      action={
        <>
          <Button asChild>
            <Link href="/games">{t("browse")}</Link>
          </Button>
          <Button asChild variant="secondary">
            <Link href="/games?offer=sale">{t("deals")}</Link>
          </Button>
        </>
      }
    />
  );
}

/** A guest's list lives in one browser. */
function GuestNote() {
  const t = useTranslations("wishlist.guest");
  const session = useAppSelector(selectSession);
  if (session) return null;
  return (
    <Alert>
      {t.rich("text", {
        link: (chunks) => (
          <Link href="/sign-in?callbackUrl=/wishlist" className="font-medium text-foreground underline">
            {chunks}
          </Link>
        ),
      })}
    </Alert>
  );
}

export function WishlistScreen({ initial, currency }: { initial: Wishlist; currency: string }) {
  const t = useTranslations("wishlist");
  const locale = useLocale();
  const { view, setView, canOrder } = useWishView();
  const { wishes, isReady, hasFailed } = useWishes(initial.items);
  if (wishes.length === 0) return <NoWishes />;
  const shown = arrangeWishes(wishes, view, locale);
  return (
    <div className="grid gap-6">
      {hasFailed && (
        <Alert tone="warning" title={t("stale.title")}>
          {t("stale.text")}
        </Alert>
      )}
      <GuestNote />
      <WishToolbar view={view} setView={setView} wishes={shown} currency={currency} isReady={isReady} />
      {shown.length > 0 ? (
        <WishList wishes={shown} isReady={isReady} canOrder={canOrder} />
      ) : (
        <EmptyState
          icon={<SearchX />}
          title={t("noMatch.title")}
          text={t("noMatch.text")}
          action={
            <Button variant="secondary" onClick={() => setView(DEFAULT_WISH_VIEW)}>
              {t("noMatch.showAll")}
            </Button>
          }
        />
      )}
    </div>
  );
}
