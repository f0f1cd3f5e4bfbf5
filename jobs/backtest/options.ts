/** How missing days between a series' first and last y are taken. */
export const GAP_RULES = ["zero", "refuse"] as const;

/** What a data file is read as. */
export interface ReadOptions {
  known: readonly string[];
  statics: readonly string[];
  gaps: (typeof GAP_RULES)[number];
  /** Days to forecast. */
  horizon: number;
  /** Length of the season in days. */
  season: number;
}

/** Where and how a backtest forecasts. */
export interface BacktestOptions extends ReadOptions {
  origins: number;
  /** Days between two origins. */
  step: number;
  seed: number;
  /** Budget of training at each origin. */
  minutes: number;
  /** Forecasts every series as if only that many of its days before the origin were known; undefined: all of them. */
  coldDays?: number | undefined;
}
