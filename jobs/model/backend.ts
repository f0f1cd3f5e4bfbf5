import "@tensorflow/tfjs-backend-wasm";
// Registers the gradients that the Node build of tfjs-core leaves out.
import "@tensorflow/tfjs-layers";
import * as tf from "@tensorflow/tfjs-core";

/** The TensorFlow.js backend a run computes on. */
export type BackendName = "tensorflow" | "wasm";

/** What was chosen, and why the native one was not. */
export interface Backend {
  name: BackendName;
  reason?: string;
}

// In a variable, so that neither the type checker nor a bundler wants the optional package to be there.
const NATIVE_PACKAGE = "@tensorflow/tfjs-node";

let chosen: Promise<Backend> | undefined;

function toReason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "unknown";
}

/** Trains one weight once: the released tfjs-node loads on new Node versions and fails at its first operation. */
function probe(): void {
  tf.tidy(() => {
    const weight = tf.variable(tf.ones([2, 2]));
    const { grads } = tf.variableGrads(() => tf.sum<tf.Scalar>(tf.tanh(tf.matMul(tf.ones([1, 2]), weight))), [weight]);
    for (const grad of Object.values(grads)) grad.dataSync();
    weight.dispose();
  });
}

async function tryNative(): Promise<string | undefined> {
  try {
    await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ NATIVE_PACKAGE);
    if (!(await tf.setBackend("tensorflow"))) return "its backend did not start";
    probe();
    return undefined;
  } catch (error) {
    return toReason(error);
  }
}

/** Starts WebAssembly without the process-wide handlers its loader installs, which rethrow without a stack. */
async function startWasm(): Promise<boolean> {
  const known = new Set([...process.listeners("uncaughtException"), ...process.listeners("unhandledRejection")]);
  const started = await tf.setBackend("wasm");
  for (const listener of process.listeners("uncaughtException")) {
    if (!known.has(listener)) process.removeListener("uncaughtException", listener);
  }
  for (const listener of process.listeners("unhandledRejection")) {
    if (!known.has(listener)) process.removeListener("unhandledRejection", listener);
  }
  return started;
}

async function start(): Promise<Backend> {
  const reason = await tryNative();
  if (reason === undefined) return { name: "tensorflow" };
  if (!(await startWasm())) throw new Error("the WebAssembly backend of TensorFlow.js did not start");
  return { name: "wasm", reason };
}

/** Starts TensorFlow.js once a process: natively where tfjs-node loads and computes, else in WebAssembly. */
export function startBackend(): Promise<Backend> {
  chosen ??= start();
  return chosen;
}
