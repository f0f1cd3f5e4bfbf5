import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/app/_components/page-header";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { getNotifications, getProfile } from "@/lib/server/account/queries";
import { findActor } from "@/lib/server/auth/queries";
import { findPageCurrency } from "@/lib/server/currency/queries";
import { getPageWishlist } from "@/lib/server/wishlists/queries";
import { MAIL_ASKED_COOKIE } from "./_components/asked-cookie";
import { MailOptIn, type MailState } from "./_components/mail-opt-in";
import { WishlistScreen } from "./_components/wishlist-screen";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("wishlist");
  return { title: t("title"), robots: { index: false } };
}

async function findMailState(): Promise<MailState | null> {
  const actor = await findActor();
  if (!actor) return null;
  const { userId } = actor;
  const [notifications, { isEmailVerified }, jar] = await Promise.all([
    getNotifications(actor),
    getProfile(actor),
    cookies(),
  ]);
  return { userId, notifications, isEmailVerified, isDismissed: jar.get(MAIL_ASKED_COOKIE)?.value === userId };
}

export default async function WishlistPage() {
  const [wishlist, mail, currency, t] = await Promise.all([
    getPageWishlist(),
    findMailState(),
    findPageCurrency(),
    getTranslations("wishlist"),
  ]);
  return (
    <div className="container-page grid gap-8 py-10">
      <PageHeader title={t("title")} text={t("intro")} />
      <ClientMessages namespaces={["wishlist"]}>
        {mail && <MailOptIn {...mail} />}
        <WishlistScreen initial={wishlist} currency={currency} />
      </ClientMessages>
    </div>
  );
}
