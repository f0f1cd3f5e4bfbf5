import { Compass } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SystemPage } from "@/app/_components/system/system-page";
import { Button } from "@/app/_components/ui/button";
import { Link } from "@/app/_i18n/navigation";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("system.notFound");
  return { title: t("title"), robots: { index: false } };
}

/** Next puts it beside every page, to have it at hand: it is small, and reads nothing. */
export default async function NotFound() {
  const t = await getTranslations("system.notFound");
  return (
    <SystemPage
      icon={<Compass className="text-primary" />}
      mark="404"
      heading={t("heading")}
      text={t("text")}
      actions={
        <>
          <Button asChild>
            <Link href="/games">{t("allGames")}</Link>
          </Button>
          <Button asChild variant="secondary">
            <Link href="/">{t("home")}</Link>
          </Button>
        </>
      }
    />
  );
}
