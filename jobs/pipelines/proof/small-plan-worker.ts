import { createForecastTasks } from "@/jobs/forecast/tasks";
import { TASK_HANDLERS } from "@/jobs/registry";
import { createTrainTasks } from "@/jobs/train/tasks";
import { TEST_PLAN } from "@/jobs/train/test-plan";

// The worker as it is, for proofs in which whole trainings are killed: only with so few steps that they can be waited for.

const plan = { plan: TEST_PLAN, seed: 7 };
TASK_HANDLERS.train = async () => createTrainTasks(plan);
TASK_HANDLERS.forecast = async () => createForecastTasks(plan);
await import("@/jobs/worker");
