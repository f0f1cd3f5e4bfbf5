import type { BreadcrumbList, Graph, Product } from "schema-dts";
import { toSiteUrl } from "@/lib/server/site-url";
import type { BundleOffer } from "@/lib/shared/bundles";
import { type Locale, localizePath } from "@/lib/shared/locale";
import { toBundlePath, toGamePath } from "@/lib/shared/site-paths";
import { toAmount, toBreadcrumbs } from "./common-facts";

type Page = { locale: Locale /** Name of the page with all bundles. */; all: string };

/** What search engines may know of a bundle's page: what it costs together, what is in it, and the way to it. */
export function toBundleFacts(offer: BundleOffer, { locale, all }: Page): Graph {
  const path = toBundlePath(offer.slug);
  const url = toSiteUrl(localizePath(path, locale));
  const { total } = offer;
  const product: Product = {
    "@type": "Product",
    "@id": `${url}#product`,
    name: offer.title,
    description: offer.description || offer.title,
    url,
    sku: offer.slug,
    ...(offer.publisher ? { brand: { "@type": "Brand", name: offer.publisher.name } } : {}),
    isRelatedTo: offer.lines.map(({ title, slug }) => ({
      "@type": "Product",
      name: title,
      url: toSiteUrl(localizePath(toGamePath(slug), locale)),
    })),
    ...(total
      ? {
          offers: {
            "@type": "Offer",
            url,
            price: toAmount(total.amountCents, total.currency),
            priceCurrency: total.currency,
            availability: "https://schema.org/InStock",
          },
        }
      : {}),
  };
  const crumbs = [
    { name: all, path: "/bundles" },
    { name: offer.title, path },
  ];
  const breadcrumbs: BreadcrumbList = toBreadcrumbs(crumbs, locale);
  return { "@context": "https://schema.org", "@graph": [product, breadcrumbs] };
}
