import { Search } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { localizePath } from "@/lib/shared/locale";
import { Button } from "../ui/button";
import { Input } from "../ui/input";

/** A search that needs neither scripts nor the router: it stands where one of them may have failed. */
export function SystemSearch() {
  const t = useTranslations("shell.search");
  const id = useId();
  return (
    <search className="my-3 w-full max-w-md">
      <form action={localizePath("/games", useLocale())} className="flex gap-2">
        <label htmlFor={id} className="sr-only">
          {t("label")}
        </label>
        <Input id={id} type="search" name="q" maxLength={100} placeholder={t("placeholder")} autoComplete="off" />
        <Button type="submit" variant="secondary" aria-label={t("label")}>
          <Search aria-hidden />
        </Button>
      </form>
    </search>
  );
}
