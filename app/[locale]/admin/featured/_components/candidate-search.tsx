"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CoverArt } from "@/app/_components/cover-art";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { selectAreCandidatesKnown, selectCandidates } from "@/lib/client/features/featured/selectors";
import { searchTyped } from "@/lib/client/features/featured/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { FeaturedGame } from "@/lib/shared/featured";

type CandidateSearchProps = {
  /** What sells most: offered before anything is looked for. */
  candidates: FeaturedGame[];
  stage: readonly FeaturedGame[];
  isFull: boolean;
  onAdd: (game: FeaturedGame) => void;
};

/** Looks for games and puts them on the stage. */
export function CandidateSearch({ candidates, stage, isFull, onAdd }: CandidateSearchProps) {
  const t = useTranslations("featured");
  const dispatch = useAppDispatch();
  const [q, setQ] = useState("");
  const found = useAppSelector(selectCandidates);
  const isKnown = useAppSelector(selectAreCandidatesKnown);
  const onStage = new Set(stage.map(({ slug }) => slug));
  const shown = (isKnown ? found : candidates).filter(({ slug }) => !onStage.has(slug));
  return (
    <section aria-label={t("add")} className="grid content-start gap-4">
      <h2 className="font-semibold text-lg">{t("add")}</h2>
      <Field label={t("search")} hint={isFull ? t("full") : t("searchHint")}>
        <Input
          type="search"
          value={q}
          maxLength={100}
          onChange={(event) => {
            setQ(event.target.value);
            dispatch(searchTyped(event.target.value));
          }}
        />
      </Field>
      <ul className="grid gap-1">
        {shown.map((game) => (
          <li key={game.slug}>
            <button
              type="button"
              disabled={isFull}
              aria-label={t("addGame", { title: game.title, publisher: game.publisher })}
              onClick={() => onAdd(game)}
              className="flex w-full items-center gap-3 rounded-lg p-2 text-left transition-colors hover:bg-raised disabled:opacity-50 disabled:hover:bg-transparent"
            >
              <span className="picture-edge relative aspect-video h-10 shrink-0 overflow-hidden rounded-md bg-raised">
                <CoverArt picture={game.picture} title="" sizes="72px" isDecorative />
              </span>
              <span className="grid min-w-0 grow">
                <span className="truncate font-medium text-sm">{game.title}</span>{" "}
                <span className="truncate text-muted text-xs">{game.publisher}</span>
              </span>
              <Plus aria-hidden className="size-5 shrink-0 text-primary" />
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="text-muted text-sm">{t("nothing")}</p>}
    </section>
  );
}
