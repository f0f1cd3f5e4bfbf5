import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { getTermName } from "@/app/_i18n/get-term-name";
import { toPageMetadata } from "@/app/_seo/page-metadata";
import { listTerms } from "@/lib/server/terms/queries";
import { type PageFacet, TERM_INDEX_PATHS } from "@/lib/shared/site-paths";
import { TermLinks } from "../term-links";

/** Metadata of the page with all terms of a facet. */
export async function getTermIndexMetadata(facet: PageFacet): Promise<Metadata> {
  const t = await getTranslations(`terms.index.${facet}`);
  const facts = { path: TERM_INDEX_PATHS[facet], locale: await getLocale() };
  return toPageMetadata({ ...facts, title: t("title"), description: t("text") });
}

/** All genres, categories, tags or publishers, as links unless something richer is given. */
export async function TermIndexPage({ facet, children }: { facet: PageFacet; children?: ReactNode }) {
  const [t, nameOf] = [await getTranslations(`terms.index.${facet}`), await getTermName()];
  const listLinks = async () => {
    const terms = await listTerms(facet);
    const named = terms.map((term) => ({ ...term, name: facet === "publisher" ? term.name : nameOf(facet, term) }));
    return <TermLinks terms={named} facet={facet} />;
  };
  return (
    <div className="container-page grid gap-8 pt-8 sm:gap-10">
      <header className="grid gap-2">
        <h1 className="font-bold text-title">{t("title")}</h1>
        <p className="max-w-2xl text-muted">{t("text")}</p>
      </header>
      {children ?? (await listLinks())}
    </div>
  );
}
