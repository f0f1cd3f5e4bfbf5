import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { Link } from "@/app/_i18n/navigation";

/** Asks those who manage something to turn two-factor sign-in on. */
export async function StaffNudge() {
  const t = await getTranslations("account.profile.staff");
  return (
    <Alert title={t("title")}>
      <p>{t("text")}</p>
      <Button asChild variant="secondary" size="sm" className="mt-3">
        <Link href="/account/security#two-factor">{t("action")}</Link>
      </Button>
    </Alert>
  );
}
