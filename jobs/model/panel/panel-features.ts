import { CALENDAR_FEATURES } from "./calendar-features";
import type { PanelSpec } from "./panel";

/** Days the network looks back. */
export const LOOK_BACK = 20;

/** Features of each looked-back day. */
export function listPastFeatures(spec: PanelSpec): string[] {
  return [
    "residual",
    "scaled_value",
    "weekday_sin",
    "weekday_cos",
    "log_age",
    "is_closed",
    "is_known",
    ...spec.known.map((name) => `known_${name}`),
  ];
}

/** Features of each forecast day; all of them known on the day the forecast is made. */
export function listFutureFeatures(spec: PanelSpec): string[] {
  return [
    ...["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => `weekday_${day}`),
    ...spec.known.flatMap((name) => [name, `${name}_before`, `${name}_after`, `${name}_ends`, `${name}_began`]),
    "condition_age",
    "condition_left",
    "after_condition",
    ...CALENDAR_FEATURES.map(({ name }) => name),
    ...["log_age", "log_age_growth", "launch_boost"],
    ...["horizon", "log_horizon"],
    "same_condition_ratio",
    "season",
  ];
}

/** Features of a whole window. */
export function listContextFeatures(spec: PanelSpec): string[] {
  return [
    ...spec.statics.map((name) => `static_${name}`),
    ...(spec.slow ?? []).map((name) => `slow_${name}`),
    "log_level",
    ...["ratio_7", "ratio_28", "ratio_91", "ratio_182", "ratio_364"],
    "growth_since_year_ago",
    "log_history",
    "is_cold",
    "log_age",
    "volatility",
    "zero_share",
  ];
}

/** Every feature name in order, for the manifest. */
export function listFeatures(spec: PanelSpec): string[] {
  return [
    ...listPastFeatures(spec).map((name) => `past.${name}`),
    ...listContextFeatures(spec).map((name) => `context.${name}`),
    ...listFutureFeatures(spec).map((name) => `future.${name}`),
  ];
}
