import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { Link } from "@/app/_i18n/navigation";
import { toBundleFacts } from "@/app/_seo/bundle-facts";
import { JsonLd } from "@/app/_seo/json-ld";
import { toPageMetadata } from "@/app/_seo/page-metadata";
import { BundleTotal } from "@/app/[locale]/(store)/_components/bundle-total";
import { findPageOfferView } from "@/app/[locale]/(store)/_components/page-offer-view";
import { findBundle } from "@/lib/server/bundles/queries";
import { listCards } from "@/lib/server/catalogue/queries";
import { toBundlePath, toTermPath } from "@/lib/shared/site-paths";
import { BundleGames } from "./bundle-games";

type Props = { params: Promise<{ slug: string }> };

/** The title and the page need the bundle both: asked once a request. */
const loadBundle = cache(async (slug: string) => (await findBundle(slug, await findPageOfferView())) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug, title, description }, locale] = [await loadBundle((await params).slug), await getLocale()];
  return toPageMetadata({ path: toBundlePath(slug), locale, title, description });
}

export default async function BundlePage({ params }: Props) {
  const offer = await loadBundle((await params).slug);
  const [cards, locale, t] = [
    await listCards(offer.lines.map(({ gameId }) => gameId)),
    await getLocale(),
    await getTranslations("bundles"),
  ];
  const { publisher } = offer;
  return (
    <>
      <JsonLd data={toBundleFacts(offer, { locale, all: t("title") })} />
      <div className="container-page grid grid-cols-1 content-start gap-8 pt-6 pb-section">
        <div className="grid gap-3">
          <nav aria-label={t("breadcrumb")} className="text-muted text-sm">
            <Link href="/bundles" className="inline-block rounded-sm py-1 hover:text-foreground">
              {t("title")}
            </Link>
          </nav>
          <h1 className="font-bold text-title">{offer.title}</h1>
          <p className="max-w-prose text-pretty">{offer.description}</p>
          {publisher && (
            <p className="text-muted text-sm">
              {t.rich("by", {
                publisher: () => (
                  <Link
                    href={toTermPath("publisher", publisher.slug)}
                    className="text-primary underline-offset-4 hover:underline"
                  >
                    {publisher.name}
                  </Link>
                ),
              })}
            </p>
          )}
        </div>
        <section
          aria-label={t("buy")}
          className="rounded-card border border-line bg-surface p-5 pt-1 [&>*]:border-t-0 lg:max-w-3xl"
        >
          <BundleTotal offer={offer} />
        </section>
        <section aria-labelledby="inside" className="grid gap-5">
          <h2 id="inside" className="font-bold text-section">
            {t("inside")}
          </h2>
          <BundleGames lines={offer.lines} cards={cards} />
        </section>
      </div>
    </>
  );
}
