import type { Metadata } from "next";
import { cache } from "react";
import { GameForecastView } from "@/app/_components/forecast/game-forecast-view";
import { orNotFound } from "@/app/_components/or-not-found";
import { requireStaff } from "@/app/[locale]/admin/_components/require-staff";
import { getStoreGameAccuracy } from "@/lib/server/ledger/queries";
import { getStoreGameForecast } from "@/lib/server/sales/queries";

type PageProps = { params: Promise<{ slug: string }> };

const load = cache(async (slug: string) => orNotFound(getStoreGameForecast(await requireStaff(), slug)));

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: (await load((await params).slug)).game.title };
}

export default async function AdminGamePage({ params }: PageProps) {
  const { slug } = await params;
  const actor = await requireStaff();
  const [view, accuracy] = await Promise.all([load(slug), orNotFound(getStoreGameAccuracy(actor, slug))]);
  return <GameForecastView view={view} accuracy={accuracy} area="admin" />;
}
