import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { toCatalogueFacts } from "@/app/_seo/catalogue-facts";
import { toPageMetadata } from "@/app/_seo/page-metadata";
import { countChosen } from "../../_components/catalogue/facet-groups";
import { findPlace, getPlace } from "../../_components/catalogue/load-place";
import { CATALOGUE, type Given } from "../../_components/catalogue/place";
import { PlaceScreen } from "../../_components/catalogue/place-screen";
import { getCatalogueTitle } from "./get-catalogue-title";

type Props = { searchParams: Promise<Given> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const found = await findPlace(CATALOGUE, await searchParams);
  const t = await getTranslations("catalogue");
  if (!found) return { title: t("unknown.title") };
  const { query } = found;
  const title = await getCatalogueTitle(found);
  const isPlain = !query.q && countChosen(CATALOGUE, query) === 0;
  return toPageMetadata({
    ...toCatalogueFacts(query),
    locale: await getLocale(),
    title,
    description: isPlain ? t("description") : t("descriptionOf", { title }),
  });
}

export default async function CataloguePage({ searchParams }: Props) {
  const found = await getPlace(CATALOGUE, await searchParams);
  return (
    <PlaceScreen
      place={CATALOGUE}
      found={found}
      heading={<h1 className="min-w-0 font-bold text-title">{await getCatalogueTitle(found)}</h1>}
    />
  );
}
