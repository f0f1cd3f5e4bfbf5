import type { RootState } from "../../store/root-reducer";

export const selectForecastPlace = ({ forecast }: RootState) => forecast.game.place;

export const selectWhy = ({ forecast }: RootState) => forecast.game.why;
export const selectWhyRequest = ({ forecast }: RootState) => forecast.why;

export const selectWhatIf = ({ forecast }: RootState) => forecast.game.whatIf;
export const selectWhatIfError = ({ forecast }: RootState) => forecast.whatIf.error;
export const selectIsWhatIfBehind = ({ forecast }: RootState) => forecast.game.isWhatIfBehind;

/** True while an answer to what the form holds is on its way. */
export const selectIsWhatIfAsked = ({ forecast: { game, whatIf } }: RootState): boolean =>
  game.isWhatIfBehind && game.plan !== null && whatIf.status !== "failed";

export const selectDrafts = ({ forecast }: RootState) => forecast.game.drafts;
export const selectDraftsRequest = ({ forecast }: RootState) => forecast.drafts;
export const selectSaveDraft = ({ forecast }: RootState) => forecast.saveDraft;

/** False while the list of drafts is on its way. */
export const selectAreDraftsListed = ({ forecast: { drafts } }: RootState): boolean =>
  drafts.status === "succeeded" || drafts.status === "failed";
