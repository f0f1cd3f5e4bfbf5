import type { LedgerForecast } from "@/jobs/ledger/record";
import { recordBacktest } from "@/jobs/ledger/record";
import { LIVE_MODEL_KEY, type ModelManifest, modelKeys, parseModelManifest } from "@/jobs/model/artifact";
import { toDayNumber } from "@/jobs/model/calendar";
import { type Db, inTransaction } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import type { Storage } from "@/lib/server/storage/storage";
import { type Decision, decide } from "./decide";
import { findLiveModel, findLiveVersion } from "./live-model";
import { recordModel } from "./model-version";
import { readSalesSeries } from "./read-series";

/** A model whose files are written, and what is to become of it. */
export type Candidate = {
  version: string;
  decision: Decision;
  /** Version of the live model that it was compared with. */
  comparedWith: string | null;
};

/** A model at its place: `record` enters it in the database, which completes it. */
export type Published = {
  manifest: ModelManifest;
  decision: Decision;
  record: (db: Db, trackRecord: readonly LedgerForecast[]) => Promise<void>;
};

async function readManifest(storage: Storage, version: string): Promise<ModelManifest> {
  const key = modelKeys(version).manifest;
  return parseModelManifest(await storage.getText(key), key);
}

/** The decision as it was made, or a new one where another model went live since. */
async function decideAgain(storage: Storage, candidate: Candidate, manifest: ModelManifest): Promise<Decision> {
  const now = await findLiveVersion(storage);
  if (now === candidate.comparedWith || now === candidate.version) return candidate.decision;
  log.info({ version: candidate.version, live: now }, "training.compared_again");
  const { series } = await readSalesSeries(storage, manifest.trainedThrough);
  const around = { all: series, lastDay: toDayNumber(manifest.trainedThrough) };
  return decide(
    await findLiveModel(storage),
    { version: manifest.version, served: manifest.metrics.all.served },
    around,
  );
}

/**
 * Makes a model the live one where it is better than the one that is, or else leaves it as a challenger. Done again, or
 * after an end at any place, it comes to the same.
 */
export async function publishModel(storage: Storage, candidate: Candidate): Promise<Published> {
  const manifest = await readManifest(storage, candidate.version);
  const decision = await decideAgain(storage, candidate, manifest);
  const { version } = manifest;
  if (decision.isLive) await storage.put(LIVE_MODEL_KEY, JSON.stringify({ version }), "application/json");
  const record = (db: Db, forecasts: readonly LedgerForecast[]) =>
    inTransaction(db, async (tx) => {
      const id = await recordModel(tx, manifest, decision);
      if (!decision.isLive || forecasts.length === 0) return;
      await recordBacktest(tx, id, { forecasts, trainedThrough: manifest.trainedThrough });
    });
  log.info({ version, ...decision }, "training.published");
  return { manifest, decision, record };
}
