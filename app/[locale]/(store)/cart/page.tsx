import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/app/_components/page-header";
import { getPageCart } from "@/lib/server/cart/queries";
import { CartScreen } from "./cart-screen";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cart");
  return { title: t("title"), robots: { index: false } };
}

export default async function CartPage() {
  const [cart, t] = await Promise.all([getPageCart(), getTranslations("cart")]);
  return (
    <div className="container-page grid gap-8 py-10">
      <PageHeader title={t("title")} />
      <CartScreen initial={cart} />
    </div>
  );
}
