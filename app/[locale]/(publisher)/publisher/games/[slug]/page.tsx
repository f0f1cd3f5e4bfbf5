import type { Metadata } from "next";
import { cache } from "react";
import { GameForecastView } from "@/app/_components/forecast/game-forecast-view";
import { orNotFound } from "@/app/_components/or-not-found";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { getPublisherGameAccuracy } from "@/lib/server/ledger/queries";
import { getPublisherGameForecast } from "@/lib/server/sales/queries";

type PageProps = { params: Promise<{ slug: string }> };

const load = cache(async (slug: string) => orNotFound(getPublisherGameForecast(await requireActorPage(), slug)));

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: (await load((await params).slug)).game.title };
}

export default async function PublisherGamePage({ params }: PageProps) {
  const { slug } = await params;
  const actor = await requireActorPage();
  const [view, accuracy] = await Promise.all([load(slug), orNotFound(getPublisherGameAccuracy(actor, slug))]);
  return <GameForecastView view={view} accuracy={accuracy} area="publisher" />;
}
