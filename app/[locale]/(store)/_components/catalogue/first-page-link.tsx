import { ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Link } from "@/app/_i18n/navigation";

/** The way back to the beginning of a list, for who came by the address of a later page. */
export function FirstPageLink({ href }: { href: string }) {
  const t = useTranslations("catalogue");
  return (
    <Button asChild variant="secondary" size="sm" className="justify-self-center">
      <Link href={href}>
        <ArrowUp aria-hidden />
        {t("firstPage")}
      </Link>
    </Button>
  );
}
