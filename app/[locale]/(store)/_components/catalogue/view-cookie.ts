/** How results are shown: as pictures, or as rows with more words. */
export type ResultsView = "grid" | "list";

/** Cookie that keeps the choice, so that the first paint is in it. */
export const RESULTS_VIEW_COOKIE = "kratos_view";

/** The view of a cookie's value; anything else is the grid. */
export function toResultsView(value: string | undefined): ResultsView {
  return value === "list" ? "list" : "grid";
}
