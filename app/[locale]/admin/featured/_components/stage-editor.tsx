"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { FeatureGate } from "@/app/_components/feature-gate";
import { featuredFeature } from "@/lib/client/features/featured/feature";
import { selectIsStageKnown, selectIsStageSaving, selectStage } from "@/lib/client/features/featured/selectors";
import { stageChanged, stageOpened } from "@/lib/client/features/featured/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { type FeaturedGame, MAX_FEATURED } from "@/lib/shared/featured";
import { CandidateSearch } from "./candidate-search";
import { StageList } from "./stage-list";

const features = [featuredFeature] as const;

type StageEditorProps = { games: FeaturedGame[]; candidates: FeaturedGame[] };

function Editor({ games: given, candidates }: StageEditorProps) {
  const t = useTranslations("featured");
  const dispatch = useAppDispatch();
  const stage = useAppSelector(selectStage);
  const isSaving = useAppSelector(selectIsStageSaving);
  useEffect(() => {
    dispatch(stageOpened(given));
  }, [dispatch, given]);
  const isKnown = useAppSelector(selectIsStageKnown);
  const games = isKnown ? stage : given;
  const change = (next: FeaturedGame[]) => dispatch(stageChanged(next));
  return (
    <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,3fr)_minmax(18rem,2fr)]">
      <section aria-label={t("list")} className="grid gap-3">
        <p className="flex justify-between gap-4 text-muted text-sm">
          <span>{t("count", { count: games.length, max: MAX_FEATURED })}</span>
          <span role="status">{isSaving && t("saving")}</span>
        </p>
        <StageList games={games} onChange={change} />
      </section>
      <CandidateSearch
        candidates={candidates}
        stage={games}
        isFull={games.length >= MAX_FEATURED}
        onAdd={(game) => change([...games, game])}
      />
    </div>
  );
}

/** Where staff choose what stands on the stage of the landing page, and in which order. */
export function StageEditor(props: StageEditorProps) {
  return (
    <FeatureGate features={features}>
      <Editor {...props} />
    </FeatureGate>
  );
}
