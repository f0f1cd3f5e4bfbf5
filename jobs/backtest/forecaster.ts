import { startBackend } from "@/jobs/model/backend";
import { forecastPanel } from "@/jobs/model/forecast-panel";
import { ON_THREADS } from "@/jobs/train/fit-pool";
import type { PanelForecaster } from "./our-forecasts";

/** The forecaster of Kratos, on as many threads as there are cores. */
export async function startForecaster(): Promise<PanelForecaster> {
  await startBackend();
  return (panel, options) => forecastPanel(panel, { ...options, work: ON_THREADS });
}
