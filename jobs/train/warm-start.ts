import type { TaskContext, TaskResult } from "@/jobs/pipelines/context";
import type { TrainingPlan } from "./fit-model";
import { findLiveModel } from "./live-model";
import { fitTask } from "./tasks";

/**
 * Goes on from the live model with a few steps on the days that came since it was trained. Nothing to do without a live
 * model, or where that has seen the day already, or where only some games are asked for.
 */
export async function warmStart(context: TaskContext, plan: TrainingPlan): Promise<TaskResult> {
  if (context.gameSlugs) return { counts: { skipped: "some games only" } };
  const live = await findLiveModel(context.storage);
  if (!live.artefact) return { counts: { skipped: live.reason } };
  const { version, trainedThrough } = live.artefact.manifest;
  if (trainedThrough >= context.day) return { counts: { skipped: `${version} has seen ${trainedThrough}` } };
  return fitTask(context, { ...plan, mode: "warm", live });
}
