import { Check, Minus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/app/_components/ui/table";
import { createLanguageNamer } from "@/app/[locale]/(store)/_components/language-namer";
import type { GameDetail } from "@/lib/shared/game-detail";

function Has({ has }: { has: boolean }) {
  const t = useTranslations("game.languages");
  const Icon = has ? Check : Minus;
  return (
    <TableCell className="text-center max-sm:px-2">
      <Icon aria-hidden className={`mx-auto size-4 ${has ? "text-success" : "text-muted"}`} />
      <span className="sr-only">{t(has ? "yes" : "no")}</span>
    </TableCell>
  );
}

/** Which languages are written, subtitled and spoken. */
export function Languages({ languages }: Pick<GameDetail, "languages">) {
  const t = useTranslations("game.languages");
  const nameOf = createLanguageNamer(useLocale());
  return (
    <Table label={t("label")}>
      <TableHead>
        <TableRow>
          <TableHeader>{t("language")}</TableHeader>
          <TableHeader className="text-center max-sm:px-2">{t("interface")}</TableHeader>
          <TableHeader className="text-center max-sm:px-2">{t("subtitles")}</TableHeader>
          <TableHeader className="text-center max-sm:px-2">{t("audio")}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {languages.map((language) => (
          <TableRow key={language.code}>
            <TableHeader scope="row" className="font-medium text-foreground text-sm">
              {nameOf(language.code, language.name)}
            </TableHeader>
            <Has has={language.hasInterface} />
            <Has has={language.hasSubtitles} />
            <Has has={language.hasAudio} />
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
