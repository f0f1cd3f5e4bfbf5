import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "@/jobs/model/backend";
import { computeGradient } from "@/jobs/model/network/network";
import { createWeights, listWeightShapes } from "@/jobs/model/network/network-shape";
import { createCase, drawBatches } from "./case";
import { PlainModel, toPlainBatch } from "./plain-model";

beforeAll(async () => {
  await startBackend();
});

// Seconds of work alone, and far more on a busy machine.
describe("the plain model", { timeout: 60_000 }, () => {
  it("is the same network: equal weights give an equal loss and equal gradients", () => {
    const bench = createCase(6, 200);
    const [batch] = drawBatches(bench, 1, 8);
    if (!batch) throw new Error("no batch");
    const { spec } = bench.kit;
    const weights = createWeights(spec, 3);
    const ours = computeGradient(spec, weights, batch);
    const plainBatch = toPlainBatch(batch);
    const model = new PlainModel(spec);
    model.setWeights(spec, weights);
    const { value, grads } = tf.variableGrads(() => model.loss(plainBatch));
    expect(value.dataSync()[0]).toBeCloseTo(ours.loss, 4);
    const plain = model.toOurs(spec, (name) => grads[name]);
    for (const [name] of listWeightShapes(spec)) {
      const [expected, actual] = [Array.from(plain[name] ?? []), Array.from(ours.gradient[name] ?? [])];
      expect(actual.length).toBe(expected.length);
      const scale = expected.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
      const apart = expected.reduce((most, slope, i) => Math.max(most, Math.abs(slope - (actual[i] ?? 0))), 0);
      expect(scale, name).toBeGreaterThan(0);
      expect(apart / scale, name).toBeLessThan(1e-3);
    }
  });

  it("learns from a batch that it sees again", () => {
    const bench = createCase(6, 200);
    const [batch] = drawBatches(bench, 1, 8).map(toPlainBatch);
    if (!batch) throw new Error("no batch");
    const model = new PlainModel(bench.kit.spec);
    const first = model.step(batch);
    for (let step = 0; step < 12; step += 1) model.step(batch);
    expect(model.step(batch)).toBeLessThan(first);
  });
});
