import type { Pipeline } from "@/lib/shared/pipelines";

/** What each pipeline does, for people. */
export const PIPELINE_TEXTS: Record<Pipeline, string> = {
  etl: "Counts the orders into daily sales and writes each game's series to the bucket.",
  train: "Trains the forecasting model on all series and scores it on days that it has not seen.",
  forecast: "Forecasts the next 60 days of every game with the live model.",
};
