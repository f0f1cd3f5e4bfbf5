/** Words that hold a review back until staff have read it, folded as `foldWords` folds. Kept short: staff judge the rest. */
export const SLURS: ReadonlySet<string> = new Set(["faggot", "retard", "retarded", "tranny", "maricon", "sudaca"]);
