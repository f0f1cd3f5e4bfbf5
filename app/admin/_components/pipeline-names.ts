import type { Pipeline } from "@/lib/shared/pipelines";

/** What people call the pipelines, and what each does. */
export const PIPELINE_LABELS: Record<Pipeline, { name: string; text: string }> = {
  etl: { name: "Sales ETL", text: "Counts the orders into daily sales and writes each game's series to the bucket." },
  train: { name: "Training", text: "Trains the forecasting model on all series and scores it on held-out days." },
  forecast: { name: "Daily forecast", text: "Forecasts the next 60 days of every game with the live model." },
};
