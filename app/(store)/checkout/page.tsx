import { ShoppingCart } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { readSearchParams, type SearchParams } from "@/app/_components/page-address";
import { PageHeader } from "@/app/_components/page-header";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { findPageCheckout } from "@/lib/server/cart/queries";
import { currencySchema } from "@/lib/shared/money";
import { CheckoutScreen } from "./checkout-screen";

export const metadata: Metadata = { title: "Checkout" };

const choiceSchema = z.object({
  game: z
    .string()
    .regex(/^[a-z0-9-]{1,200}$/)
    .optional(),
  currency: currencySchema.optional(),
});

function Nothing() {
  return (
    <EmptyState
      icon={<ShoppingCart />}
      title="There is nothing to check out"
      text="Your cart has no game that can be bought, or you own it already."
      action={
        <>
          <Button asChild>
            <Link href="/games">Browse games</Link>
          </Button>
          <Button asChild variant="secondary">
            <Link href="/library">Your library</Link>
          </Button>
        </>
      }
    />
  );
}

export default async function CheckoutPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActorPage();
  const choice = await readSearchParams(choiceSchema, searchParams, "/checkout");
  const checkout = await findPageCheckout(choice);
  return (
    <div className="container-page grid gap-8 py-10">
      <PageHeader title="Checkout" text={`Ordering as ${actor.name}, ${actor.email}`} />
      <CheckoutScreen checkout={checkout} nothing={<Nothing />} />
    </div>
  );
}
