import { startBackend } from "@/jobs/model/backend";
import { toPlan } from "@/jobs/model/forecast-panel";
import { Adam } from "@/jobs/model/network/adam";
import { DEFAULT_FIT } from "@/jobs/model/network/fit-network";
import { computeGradient } from "@/jobs/model/network/network";
import { createWeights } from "@/jobs/model/network/network-shape";
import { prepareWith } from "@/jobs/model/panel/panel-context";
import { fitCalibration } from "@/jobs/model/panel-calibration";
import { forecastWindows, type PanelModel } from "@/jobs/model/panel-model";
import { type FitMembers, fitMembersInTurn } from "@/jobs/model/training-work";
import { fitMembersOnThreads } from "@/jobs/train/fit-pool";
import { createCase, drawBatches, END_DAY } from "./case";
import { type Measured, measureSteps, readPeakMb } from "./measure";
import { PlainModel, toPlainBatch } from "./plain-model";

const SECONDS = 5;
const FIT_STEPS = 300;
const STORE = { games: 100, days: 700 };
const BATCHES = 8;

async function measureOurs(): Promise<Measured> {
  await startBackend();
  const bench = createCase(STORE.games, STORE.days);
  const batches = drawBatches(bench, BATCHES, DEFAULT_FIT.days);
  const { spec } = bench.kit;
  const weights = createWeights(spec, 1);
  const adam = new Adam(weights, { decay: DEFAULT_FIT.weightDecay, averageDecay: DEFAULT_FIT.averageDecay });
  return measureSteps(DEFAULT_FIT.batch, SECONDS, (index) => {
    const batch = batches[index % BATCHES];
    if (batch) adam.update(computeGradient(spec, weights, batch).gradient, DEFAULT_FIT.rate);
  });
}

async function measurePlain(days: number): Promise<Measured> {
  await startBackend();
  const bench = createCase(STORE.games, STORE.days);
  const batches = drawBatches(bench, BATCHES, days).map(toPlainBatch);
  const { spec } = bench.kit;
  const model = new PlainModel(spec);
  model.setWeights(spec, createWeights(spec, 1));
  return measureSteps(DEFAULT_FIT.batch, SECONDS, (index) => {
    const batch = batches[index % BATCHES];
    if (batch) model.step(batch);
  });
}

/** Whole training of so many networks, windows drawn as it goes; counted from each one's first steps on. */
async function measureFit(networks: number, fitMembers: FitMembers): Promise<Measured> {
  await startBackend();
  const { panel } = createCase(STORE.games, STORE.days);
  const plan = { ...DEFAULT_FIT, steps: FIT_STEPS };
  const tasks = Array.from({ length: networks }, (_, seed) => ({ part: `${seed}`, endDay: END_DAY, plan, seed }));
  let started = Number.NaN;
  let steps = 0;
  const onStep = (done: number) => {
    if (Number.isNaN(started)) started = performance.now();
    else steps += done;
  };
  await fitMembers(panel, tasks, { onStep });
  const ms = performance.now() - started;
  const windowsPerSecond = (1000 * steps * DEFAULT_FIT.batch) / ms;
  return { windowsPerSecond, stepMs: ms / (steps / networks), peakMb: readPeakMb() };
}

const INFERENCE_GAMES = 1000;

/** Every step from the series to 60 days of calibrated forecasts, for 1,000 games on this one thread. */
async function measureInference(): Promise<Measured> {
  await startBackend();
  const { kit, panel } = createCase(INFERENCE_GAMES, STORE.days);
  const members = Array.from({ length: toPlan(1, false).members }, (_, seed) => createWeights(kit.spec, seed));
  const model: PanelModel = { ...kit, members, calibration: fitCalibration([]), choices: {}, personal: {} };
  const forecastAll = () => {
    const prepared = prepareWith(kit.context, kit.spec, panel.series, END_DAY);
    return forecastWindows(
      model,
      prepared.map((one) => ({ prepared: one, origin: one.length - 1, start: 0 })),
    );
  };
  forecastAll();
  const started = performance.now();
  forecastAll();
  const ms = performance.now() - started;
  return { windowsPerSecond: (1000 * INFERENCE_GAMES) / ms, stepMs: ms, peakMb: readPeakMb() };
}

/** What the benchmark measures, each in a process of its own. */
export const VARIANTS: Readonly<Record<string, () => Promise<Measured>>> = {
  ours: measureOurs,
  plain: () => measurePlain(DEFAULT_FIT.days),
  plainAllDays: () => measurePlain(60),
  fit: () => measureFit(1, fitMembersInTurn),
  fitTwo: () => measureFit(2, fitMembersOnThreads),
  inference: measureInference,
};
