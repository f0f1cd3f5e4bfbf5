import type { FeaturedGame } from "@/lib/shared/featured";
import type { RootState } from "../../store/root-reducer";

export const selectStage = ({ featured }: RootState): FeaturedGame[] => featured.stage.games;
export const selectIsStageKnown = ({ featured }: RootState): boolean => featured.stage.isKnown;
export const selectSavedStage = ({ featured }: RootState): FeaturedGame[] => featured.stage.saved;
export const selectIsStageSaving = ({ featured }: RootState): boolean => featured.stage.isSaving;
export const selectCandidates = ({ featured }: RootState): FeaturedGame[] => featured.stage.candidates;
export const selectAreCandidatesKnown = ({ featured }: RootState): boolean =>
  featured.candidates.status === "succeeded";
