import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { redirect } from "@/app/_i18n/navigation";
import { getGameFacets, listGames } from "@/lib/server/catalogue/queries";
import { findPageCurrency } from "@/lib/server/currency/queries";
import { AppError } from "@/lib/server/errors";
import type { GameCard } from "@/lib/shared/catalogue";
import type { GameFacets } from "@/lib/shared/catalogue-facets";
import type { GameQuery } from "@/lib/shared/catalogue-query";
import type { Page } from "@/lib/shared/page";
import { type Given, type Place, readPriceForm, readQuery } from "./place";

/** A page of a place with all that can be chosen there. */
export type Found = { query: GameQuery; page: Page<GameCard>; facets: GameFacets; currency: string };

/** Asked by the page and by its metadata: done once a request. `address` is the query as text, the key of the cache. */
const find = cache(async (address: string): Promise<Found | null> => {
  const { query, currency }: { query: GameQuery; currency: string } = JSON.parse(address);
  const view = { now: new Date(), currency };
  try {
    const [page, facets] = await Promise.all([listGames(query, view), getGameFacets(query, view)]);
    return { query, page, facets, currency };
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid_input") return null;
    throw error;
  }
});

/** What a place's address asks for; null where it names what the shop does not have. */
export async function findPlace(place: Place, given: Given): Promise<Found | null> {
  const query = readQuery(place, given);
  return query ? find(JSON.stringify({ query, currency: await findPageCurrency() })) : null;
}

/** As `findPlace`; an address that makes no sense is the 404 page, one that a form without a script has made is put right. */
export async function getPlace(place: Place, given: Given): Promise<Found> {
  const href = readPriceForm(place, given, await findPageCurrency());
  if (href) redirect({ href, locale: await getLocale() });
  const found = await findPlace(place, given);
  if (!found) notFound();
  return found;
}
