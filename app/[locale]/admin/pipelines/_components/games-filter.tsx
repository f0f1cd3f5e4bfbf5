import { Download, Search } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { FilterLinks } from "@/app/_components/filter-links";
import { toHref } from "@/app/_components/page-address";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { useFormats } from "@/app/_i18n/use-formats";
import { localizePath } from "@/lib/shared/locale";
import type { RunDetail } from "@/lib/shared/pipeline-views";
import type { GameWorkState } from "@/lib/shared/pipelines";

const STATES = ["failed", "skipped", "succeeded"] as const;

type GamesFilterProps = {
  runId: string;
  path: string;
  games: RunDetail["games"];
  state: GameWorkState | undefined;
  q: string;
};

export function GamesFilter({ runId, path, games, state, q }: GamesFilterProps) {
  const t = useTranslations("pipelines");
  const locale = useLocale();
  const { count } = useFormats();
  const countOf = (name: GameWorkState) => Object.values(games).reduce((sum, totals) => sum + totals[name], 0);
  const all = STATES.reduce((sum, name) => sum + countOf(name), 0);
  const choices = [
    {
      href: toHref(path, { view: "games", q }),
      text: t("games.all", { games: count(all) }),
      isCurrent: state === undefined,
    },
    ...STATES.map((name) => ({
      href: toHref(path, { view: "games", q, state: name }),
      text: t("games.inState", { state: t(`gameStates.${name}`), games: count(countOf(name)) }),
      isCurrent: state === name,
    })),
  ];
  return (
    <div className="flex flex-wrap items-end justify-between gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <FilterLinks label={t("games.byState")} choices={choices} />
        {countOf("failed") > 0 && (
          <a
            href={`/api/admin/pipelines/runs/${runId}/failures`}
            download
            className="inline-flex items-center gap-1.5 text-muted text-sm underline underline-offset-4 hover:text-foreground"
          >
            <Download aria-hidden className="size-4" />
            {t("games.csv")}
          </a>
        )}
      </div>
      <search className="w-full sm:w-auto">
        <form action={localizePath(path, locale)} className="flex items-end gap-3">
          <input type="hidden" name="view" value="games" />
          {state && <input type="hidden" name="state" value={state} />}
          <Field label={t("games.search")} hideLabel className="grow sm:w-64">
            <Input type="search" name="q" defaultValue={q} maxLength={100} placeholder={t("games.search")} />
          </Field>
          <Button type="submit" variant="secondary">
            <Search aria-hidden />
            {t("games.find")}
          </Button>
        </form>
      </search>
    </div>
  );
}
