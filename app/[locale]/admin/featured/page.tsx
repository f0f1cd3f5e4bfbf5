import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/app/_components/page-header";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { requireStaff } from "@/app/[locale]/admin/_components/require-staff";
import { listCandidates, listFeaturedGames } from "@/lib/server/featured/queries";
import { MAX_FEATURED } from "@/lib/shared/featured";
import { StageEditor } from "./_components/stage-editor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("featured"))("title") };
}

export default async function FeaturedPage() {
  await requireStaff();
  const [t, games, candidates] = await Promise.all([
    getTranslations("featured"),
    listFeaturedGames(),
    listCandidates(""),
  ]);
  return (
    <ClientMessages namespaces={["featured"]}>
      <PageHeader title={t("title")} text={t("text", { max: MAX_FEATURED })} />
      <StageEditor games={games} candidates={candidates} />
    </ClientMessages>
  );
}
