import { DEFAULT_FIT } from "@/jobs/model/network/fit-network";
import type { PanelPlan } from "@/jobs/model/train-panel";

/** So few steps that a test can wait for them; the model is poor, but whole. */
export const TEST_PLAN: PanelPlan = {
  members: 1,
  fit: { ...DEFAULT_FIT, steps: 20, batch: 16, maskShare: 0.2 },
  warmSteps: 4,
  warmRate: 1e-3,
};
