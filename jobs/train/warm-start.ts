import type { Counts } from "@/lib/shared/pipelines";
import { findLiveModel } from "./live-model";
import { runTraining, type TrainingInput } from "./run";

/**
 * Goes on from the live model with a few steps on the days that came since it was trained; it goes live where it is
 * better. Nothing to do without a live model, or where that has seen the day already. Returns what it did, to record.
 */
export async function warmStart(input: Omit<TrainingInput, "mode" | "live" | "slug">): Promise<Counts> {
  const live = await findLiveModel(input.storage);
  if (!live.artefact) return { skipped: live.reason };
  const { version, trainedThrough } = live.artefact.manifest;
  if (trainedThrough >= input.day) return { skipped: `${version} has seen ${trainedThrough}` };
  const trained = await runTraining({ ...input, mode: "warm", live });
  return {
    version: trained.version,
    live: trained.decision.isLive ? "yes" : "no",
    decision: trained.decision.reason,
    mase: Number(trained.metrics.mase.toFixed(4)),
    seconds: Math.round(trained.seconds),
  };
}
