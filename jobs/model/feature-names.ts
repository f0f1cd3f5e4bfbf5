/** Days the network looks back. */
export const LOOK_BACK = 20;
/** Days it forecasts, all at once. */
export const HORIZON = 60;

/** Features of each looked-back day. */
export const PAST_FEATURES = [
  "residual",
  "scaled_units",
  "discount_rate",
  "weekday_sin",
  "weekday_cos",
  "holiday",
  "log_days_since_release",
  "is_known",
] as const;

/** Features of each forecast day; all of them known on the day the forecast is made. */
export const FUTURE_FEATURES = [
  ...["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => `weekday_${day}`),
  "discount_rate",
  "is_discounted",
  "is_sale_start",
  "sale_age",
  "after_sale",
  "holiday",
  "holiday_eve",
  "thanksgiving_week",
  "pre_christmas",
  "year_end",
  "year_sin_1",
  "year_cos_1",
  "year_sin_2",
  "year_cos_2",
  "log_days_since_release",
  "log_age_growth",
  "launch_boost",
  "horizon",
  "log_horizon",
  "same_condition_ratio",
] as const;

const STATIC_FEATURES = [
  "review_score",
  "rating",
  "log_price",
  "is_free",
  "log_level",
  "week_ratio",
  "month_ratio",
  "quarter_ratio",
  "log_history",
  "log_days_since_release",
  "center",
  "spread",
] as const;

/** Names of the per-window features for a list of genres, in order. */
export function listContextFeatures(genres: readonly string[]): string[] {
  return [...genres.map((genre) => `genre_${genre}`), ...STATIC_FEATURES];
}

/** Every feature name of a model in order, for the manifest. */
export function listFeatures(genres: readonly string[]): string[] {
  return [
    ...PAST_FEATURES.map((name) => `past.${name}`),
    ...listContextFeatures(genres).map((name) => `context.${name}`),
    ...FUTURE_FEATURES.map((name) => `future.${name}`),
  ];
}
