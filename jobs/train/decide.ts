import type { Artefact } from "@/jobs/model/artifact";
import { listGenres, toGamePanel } from "@/jobs/model/game-panel";
import type { Metrics } from "@/jobs/model/metrics";
import type { Smoothed } from "@/jobs/model/rivals/choice";
import type { GameSeries } from "@/jobs/model/series";
import { testModel } from "@/jobs/model/train-model";

/** Whether a new model goes live, and why, in words. */
export type Decision = { isLive: boolean; reason: string };

/** The model that is live, or why none can be compared with. */
export type LiveModel = { artefact: Artefact } | { artefact: null; reason: string };

const format = (mase: number) => mase.toFixed(4);

/**
 * A new model goes live only where it beats the live one on the same last 60 days, which neither twin has seen: the
 * live model is represented by its tested twin, which was trained up to 60 days before its own data ended.
 */
export function decide(
  live: LiveModel,
  candidate: { version: string; served: Metrics },
  { all, ...days }: { all: readonly GameSeries[]; lastDay: number; smoothed?: Smoothed },
): Decision {
  if (!live.artefact) return { isLive: true, reason: live.reason };
  const { manifest, tested } = live.artefact;
  if (manifest.version === candidate.version) return { isLive: true, reason: "the same model, trained again" };
  const ours = candidate.served;
  if (ours.games === 0) return { isLive: true, reason: "no game is old enough to compare it with the live model on" };
  // By the genres that it knows: others may have come since.
  const panel = toGamePanel(all, listGenres(tested.spec));
  const theirs = testModel(tested, panel, days).evaluation.all.served;
  const beats = ours.mase < theirs.mase || (Number.isFinite(ours.mase) && !Number.isFinite(theirs.mase));
  const verb = beats ? "beats" : "does not beat";
  return {
    isLive: beats,
    reason: `MASE ${format(ours.mase)} ${verb} the ${format(theirs.mase)} of ${manifest.version} on the last 60 days`,
  };
}
