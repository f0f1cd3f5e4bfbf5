import { Package } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Link } from "@/app/_i18n/navigation";
import { toPageMetadata } from "@/app/_seo/page-metadata";
import { BundleOffer } from "@/app/[locale]/(store)/_components/bundle-offer";
import { findPageOfferView } from "@/app/[locale]/(store)/_components/page-offer-view";
import { listBundles } from "@/lib/server/bundles/queries";

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = [await getLocale(), await getTranslations("bundles")];
  return toPageMetadata({ path: "/bundles", locale, title: t("title"), description: t("text") });
}

export default async function BundlesPage() {
  const [offers, t] = [await listBundles(await findPageOfferView()), await getTranslations("bundles")];
  return (
    <div className="container-page grid grid-cols-1 content-start gap-8 pt-8 pb-section">
      <div className="grid gap-3">
        <h1 className="font-bold text-title">{t("title")}</h1>
        <p className="max-w-prose text-pretty text-muted">{t("text")}</p>
      </div>
      {offers.length > 0 ? (
        <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
          {offers.map((offer) => (
            <BundleOffer key={offer.slug} offer={offer} headingLevel={2} />
          ))}
        </div>
      ) : (
        <EmptyState
          icon={<Package />}
          title={t("empty")}
          action={
            <Button asChild>
              <Link href="/games">{t("browse")}</Link>
            </Button>
          }
        />
      )}
    </div>
  );
}
