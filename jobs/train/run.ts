import type { ModelManifest } from "@/jobs/model/artifact";
import type { Metrics } from "@/jobs/model/metrics";
import type { Db } from "@/lib/server/db";
import type { Storage } from "@/lib/server/storage/storage";
import type { Day } from "@/lib/shared/day";
import type { Decision } from "./decide";
import { fitModel, type TrainingPlan } from "./fit-model";
import { findLiveModel } from "./live-model";
import { publishModel } from "./publish-model";
import { toTrackRecord } from "./track-record";

/** What a training in one go needs from its surroundings. */
export type TrainingInput = TrainingPlan & { storage: Storage; db: Db; day: Day };

/** What came of it. */
export type TrainingResult = {
  version: string;
  backend: ModelManifest["backend"];
  decision: Decision;
  metrics: Metrics;
};

/** Trains a model from scratch and publishes it in one go, without a run: for tests and benchmarks. */
export async function runTraining({ db, ...input }: TrainingInput): Promise<TrainingResult> {
  const { storage } = input;
  const live = await findLiveModel(storage);
  const fitted = await fitModel({ ...input, live, mode: "scratch" });
  const { version, backend } = fitted.manifest;
  const published = await publishModel(storage, { version, ...fitted });
  await published.record(db, toTrackRecord(fitted.trained));
  return { version, backend, decision: published.decision, metrics: fitted.trained.evaluation.all.served };
}
