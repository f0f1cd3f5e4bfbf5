/** The ways of looking at a run. */
export const RUN_VIEWS = ["graph", "timeline", "tasks", "games"] as const;

export type RunViewName = (typeof RUN_VIEWS)[number];

export function isRunView(name: string): name is RunViewName {
  return RUN_VIEWS.some((view) => view === name);
}
