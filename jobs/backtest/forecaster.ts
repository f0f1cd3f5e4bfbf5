import { startBackend } from "@/jobs/model/backend";
import { forecastPanel } from "@/jobs/model/forecast-panel";
import type { PanelForecaster } from "./our-forecasts";

/** The forecaster of Kratos, ready to compute. */
export async function startForecaster(): Promise<PanelForecaster> {
  await startBackend();
  return (panel, options) => forecastPanel(panel, options);
}
