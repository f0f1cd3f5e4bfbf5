import type { Metadata } from "next";
import { toSiteUrl } from "@/lib/server/site-url";
import { DEFAULT_LOCALE, LOCALES, type Locale, localizePath } from "@/lib/shared/locale";

/** A picture for those who share a page; its address begins with `/` or with `https://`. */
export type SharePicture = { url: string; width: number; height: number; alt: string };

/** What a page says of itself to search engines and to who shares it. */
export type PageFacts = {
  /** Address without the language and with its query in canonical order, such as `/games?genre=rpg`. */
  path: string;
  locale: Locale;
  title: string;
  description: string;
  image?: SharePicture | undefined;
  /** False keeps the page out of search engines; its links are followed all the same. */
  isIndexed?: boolean;
};

const SITE_NAME = "Kratos";

const OPEN_GRAPH_LOCALES: Record<Locale, string> = { en: "en_US", es: "es_ES" };

const DEFAULT_PICTURE: SharePicture = { url: "/share.png", width: 1200, height: 630, alt: SITE_NAME };

/** The page's address in each language, and the one for readers of any other. */
export function toAlternates(path: string): Record<Locale | "x-default", string> {
  const addresses = LOCALES.map((locale) => [locale, toSiteUrl(localizePath(path, locale))] as const);
  const byLocale = Object.fromEntries(addresses) as Record<Locale, string>;
  return { ...byLocale, "x-default": byLocale[DEFAULT_LOCALE] };
}

/**
 * Metadata of a public page: title and description, the canonical address with its languages, and what a link to it
 * shows elsewhere. The title gets the shop's name from the layout.
 */
export function toPageMetadata(facts: PageFacts): Metadata {
  const { path, locale, title, description, image = DEFAULT_PICTURE, isIndexed = true } = facts;
  const languages = toAlternates(path);
  const picture = { ...image, url: toSiteUrl(image.url) };
  return {
    title,
    description,
    alternates: { canonical: languages[locale], languages },
    openGraph: {
      type: "website",
      siteName: SITE_NAME,
      url: languages[locale],
      title,
      description,
      locale: OPEN_GRAPH_LOCALES[locale],
      alternateLocale: LOCALES.filter((one) => one !== locale).map((one) => OPEN_GRAPH_LOCALES[one]),
      images: [picture],
    },
    twitter: { card: "summary_large_image", title, description, images: [picture] },
    ...(isIndexed ? {} : { robots: { index: false, follow: true } }),
  };
}
