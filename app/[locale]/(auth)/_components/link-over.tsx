import { Unlink } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Button } from "@/app/_components/ui/button";
import { Link } from "@/app/_i18n/navigation";
import { AuthCard } from "./auth-card";

/** Where the link of a mail works no more; `href` is where one asks for another. */
export async function LinkOver({ href }: { href: string }) {
  const t = await getTranslations("auth.link");
  return (
    <AuthCard title={t("overTitle")} lead={t("over")} icon={<Unlink />}>
      <Button asChild size="lg" className="w-full">
        <Link href={href}>{t("askAgain")}</Link>
      </Button>
    </AuthCard>
  );
}
