import { SearchX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Link } from "@/app/_i18n/navigation";

/** Said where the address names what the shop does not have. */
export default async function UnknownAddress() {
  const t = await getTranslations("catalogue.unknown");
  return (
    <div className="container-page grid grow content-center py-16">
      <EmptyState
        icon={<SearchX />}
        title={t("title")}
        level={1}
        text={t("text")}
        action={
          <Button asChild>
            <Link href="/games">{t("action")}</Link>
          </Button>
        }
      />
    </div>
  );
}
