"use client";

import { CloudAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { SystemPage } from "@/app/_components/system/system-page";
import { Button } from "@/app/_components/ui/button";
import { Link } from "@/app/_i18n/navigation";

type Props = { error: Error & { digest?: string }; retry: () => void };

/** The page failed and the frame around it stands. It asks the server for nothing: that may be what fails. */
export default function ErrorPage({ error, retry }: Props) {
  const t = useTranslations("common");
  useEffect(() => console.error(error), [error]);
  return (
    <SystemPage
      icon={<CloudAlert className="text-danger" />}
      {...(error.digest && { mark: t("failed.reference", { digest: error.digest }) })}
      heading={t("failed.heading")}
      text={t("failed.text")}
      actions={
        <>
          <Button onClick={retry}>{t("retry")}</Button>
          <Button asChild variant="secondary">
            <Link href="/games?sort=popular">{t("failed.popular")}</Link>
          </Button>
        </>
      }
    />
  );
}
