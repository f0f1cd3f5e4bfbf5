import type { Metadata } from "next";
import { PageHeader } from "@/app/_components/page-header";
import { getPageCart } from "@/lib/server/cart/queries";
import { CartScreen } from "./cart-screen";

export const metadata: Metadata = { title: "Your cart" };

export default async function CartPage() {
  const cart = await getPageCart();
  return (
    <div className="container-page grid gap-8 py-10">
      <PageHeader title="Your cart" />
      <CartScreen initial={cart} />
    </div>
  );
}
