import { ShoppingCart } from "lucide-react";
import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { readSearchParams, type SearchParams } from "@/app/_components/page-address";
import { PageHeader } from "@/app/_components/page-header";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Link } from "@/app/_i18n/navigation";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { findPageCheckout } from "@/lib/server/cart/queries";
import { currencySchema } from "@/lib/shared/money-schema";
import { CheckoutScreen } from "./checkout-screen";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("checkout");
  return { title: t("title"), robots: { index: false } };
}

const choiceSchema = z.object({
  game: z
    .string()
    .regex(/^[a-z0-9-]{1,200}$/)
    .optional(),
  currency: currencySchema.optional(),
});

function Nothing() {
  const t = useTranslations("checkout.nothing");
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
          <Button asChild variant="secondary">
            <Link href="/library">{t("library")}</Link>
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
  const t = await getTranslations("checkout");
  return (
    <div className="container-page grid gap-8 py-10">
      <PageHeader title={t("title")} text={t("orderingAs", { name: actor.name, email: actor.email })} />
      <CheckoutScreen checkout={checkout} nothing={<Nothing />} />
    </div>
  );
}
