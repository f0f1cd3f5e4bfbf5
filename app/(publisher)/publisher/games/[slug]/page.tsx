import type { Metadata } from "next";
import { cache } from "react";
import { orNotFound } from "@/app/_components/or-not-found";
import { GameForecastView } from "@/app/_components/sales/game-forecast-view";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { getPublisherGameForecast } from "@/lib/server/sales/queries";

type PageProps = { params: Promise<{ slug: string }> };

const load = cache(async (slug: string) => orNotFound(getPublisherGameForecast(await requireActorPage(), slug)));

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: (await load((await params).slug)).game.title };
}

export default async function PublisherGamePage({ params }: PageProps) {
  const view = await load((await params).slug);
  return <GameForecastView view={view} backHref="/publisher" backLabel="Your games" />;
}
