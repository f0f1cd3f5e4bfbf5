import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_components/or-not-found";
import { orFirstPage, readSearchParams, type SearchParams } from "@/app/_components/page-address";
import { PageHeader } from "@/app/_components/page-header";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { getTermName } from "@/app/_i18n/get-term-name";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { listCollections } from "@/lib/server/library/collections";
import { getLibraryFacets, listLibrary } from "@/lib/server/library/queries";
import { libraryViewSchema } from "@/lib/shared/library";
import { LibraryFeature } from "../_components/library-feature";
import { LibraryScreen } from "../_components/library-screen";

/** Games on a page: full rows at every width of the grid. */
const PAGE_SIZE = 60;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library");
  return { title: t("title"), robots: { index: false } };
}

export default async function LibraryPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActorPage();
  const view = await readSearchParams(libraryViewSchema, searchParams, "/library");
  const [page, collections, facets, t, nameOf] = await Promise.all([
    orNotFound(orFirstPage(listLibrary(actor, { ...view, limit: PAGE_SIZE }), "/library")),
    listCollections(actor),
    getLibraryFacets(actor),
    getTranslations("library"),
    getTermName(),
  ]);
  const choices = {
    platforms: facets.platforms.map((facet) => ({ ...facet, name: nameOf("platform", facet) })),
    genres: facets.genres.map((facet) => ({ ...facet, name: nameOf("genre", facet) })),
  };
  return (
    <>
      <PageHeader title={t("title")} text={t("count", { count: facets.gameCount })} />
      <ClientMessages namespaces={["library"]}>
        <LibraryFeature>
          <LibraryScreen
            view={view}
            page={page}
            collections={collections}
            choices={choices}
            gameCount={facets.gameCount}
          />
        </LibraryFeature>
      </ClientMessages>
    </>
  );
}
