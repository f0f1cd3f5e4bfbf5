import * as tf from "@tensorflow/tfjs-core";

/**
 * x[n,i] · w[i,o]. The gradients transpose first: the WebAssembly matmul is ten times slower when asked to transpose.
 */
export function dense(x: tf.Tensor2D, w: tf.Tensor2D): tf.Tensor2D {
  const op = tf.customGrad((...args) => {
    const [input, weight, save] = args as unknown as [tf.Tensor2D, tf.Tensor2D, tf.GradSaveFunc];
    save([input, weight]);
    return {
      value: tf.matMul(input, weight),
      gradFunc: (dy, saved) => {
        const [savedInput, savedWeight] = saved as [tf.Tensor2D, tf.Tensor2D];
        const dy2 = dy as tf.Tensor2D;
        return [tf.matMul(dy2, tf.transpose(savedWeight)), tf.matMul(tf.transpose(savedInput), dy2)];
      },
    };
  });
  return op(x, w) as tf.Tensor2D;
}

/** What one step leaves for the backward pass; each tensor is [batch, …]. */
interface Step {
  /** The step's input beside the hidden state before it, [batch, features + units]. */
  joined: tf.Tensor2D;
  /** Gates i, f, o: sigmoids, [batch, 3·units]. */
  sigmoids: tf.Tensor2D;
  candidate: tf.Tensor2D;
  cellBefore: tf.Tensor2D;
  tanhCell: tf.Tensor2D;
}

const STEP_TENSORS = 5;

function toColumns(gates: tf.Tensor2D, block: number, units: number): tf.Tensor2D {
  return tf.slice(gates, [0, block * units], [gates.shape[0], units]);
}

export function runForward(
  inputs: readonly tf.Tensor2D[],
  kernel: tf.Tensor2D,
  bias: tf.Tensor,
): { steps: Step[]; hidden: tf.Tensor2D } {
  const units = kernel.shape[1] / 4;
  const batch = inputs[0]?.shape[0] ?? 0;
  const steps: Step[] = [];
  let cell: tf.Tensor2D = tf.zeros([batch, units]);
  let hidden: tf.Tensor2D = tf.zeros([batch, units]);
  for (const input of inputs) {
    const joined: tf.Tensor2D = tf.concat([input, hidden], 1);
    const raw: tf.Tensor2D = tf.add(tf.matMul(joined, kernel), bias);
    const sigmoids = tf.sigmoid(tf.slice(raw, [0, 0], [batch, 3 * units]));
    const candidate = tf.tanh(toColumns(raw, 3, units));
    const cellBefore = cell;
    cell = tf.add(tf.mul(toColumns(sigmoids, 1, units), cell), tf.mul(toColumns(sigmoids, 0, units), candidate));
    const tanhCell = tf.tanh(cell);
    hidden = tf.mul(toColumns(sigmoids, 2, units), tanhCell);
    steps.push({ joined, sigmoids, candidate, cellBefore, tanhCell });
  }
  return { steps, hidden };
}

/** Gradient with respect to the raw gates of all steps, [steps·batch, 4·units], by back-propagation through time. */
export function runBackward(dLast: tf.Tensor2D, steps: readonly Step[], kernel: tf.Tensor2D): tf.Tensor2D {
  const units = kernel.shape[1] / 4;
  const recurrentT = tf.transpose(tf.slice(kernel, [kernel.shape[0] - units, 0], [units, 4 * units]));
  const dRaw: tf.Tensor2D[] = [];
  let dHidden: tf.Tensor2D = dLast;
  let dCell: tf.Tensor2D = tf.zerosLike(dLast);
  for (const { sigmoids, candidate, cellBefore, tanhCell } of steps.toReversed()) {
    const output = toColumns(sigmoids, 2, units);
    dCell = tf.add(dCell, tf.mul(tf.mul(dHidden, output), tf.sub(1, tf.square(tanhCell))));
    const dSigmoids = tf.concat([tf.mul(dCell, candidate), tf.mul(dCell, cellBefore), tf.mul(dHidden, tanhCell)], 1);
    const dCandidate = tf.mul<tf.Tensor2D>(
      tf.mul(dCell, toColumns(sigmoids, 0, units)),
      tf.sub(1, tf.square(candidate)),
    );
    const slopes = tf.mul(sigmoids, tf.sub(1, sigmoids));
    const raw = tf.concat([tf.mul<tf.Tensor2D>(dSigmoids, slopes), dCandidate], 1);
    dRaw.unshift(raw);
    dHidden = tf.matMul(raw, recurrentT);
    dCell = tf.mul(dCell, toColumns(sigmoids, 1, units));
  }
  return tf.concat(dRaw, 0);
}

function fromSaved(saved: readonly tf.Tensor[]): Step[] {
  const steps: Step[] = [];
  for (let i = 0; i + STEP_TENSORS <= saved.length; i += STEP_TENSORS) {
    const [joined, sigmoids, candidate, cellBefore, tanhCell] = saved.slice(i) as [
      tf.Tensor2D,
      tf.Tensor2D,
      tf.Tensor2D,
      tf.Tensor2D,
      tf.Tensor2D,
    ];
    steps.push({ joined, sigmoids, candidate, cellBefore, tanhCell });
  }
  return steps;
}

/**
 * Last hidden state [batch, units] of an LSTM over `inputs`, one [batch, features] tensor a step.
 * `kernel` is [features + units, 4·units], gates in the order i, f, o, candidate; `bias` is [1, 4·units].
 * Its own gradient makes the kernel's gradient one matmul over all steps; the inputs get none, being data.
 */
export function lstm(inputs: readonly tf.Tensor2D[], kernel: tf.Tensor2D, bias: tf.Tensor2D): tf.Tensor2D {
  const op = tf.customGrad((...args) => {
    const [weight, offset, save] = args as unknown as [tf.Tensor2D, tf.Tensor2D, tf.GradSaveFunc];
    const { steps, hidden } = runForward(inputs, weight, offset);
    save([weight, ...steps.flatMap((s) => [s.joined, s.sigmoids, s.candidate, s.cellBefore, s.tanhCell])]);
    return {
      value: hidden,
      gradFunc: (dy, saved) => {
        const [savedWeight, ...rest] = saved as [tf.Tensor2D, ...tf.Tensor[]];
        const kept = fromSaved(rest);
        const dRaw = runBackward(dy as tf.Tensor2D, kept, savedWeight);
        const joined: tf.Tensor2D = tf.concat(
          kept.map((step) => step.joined),
          0,
        );
        return [tf.matMul(tf.transpose(joined), dRaw), tf.sum(dRaw, 0, true)];
      },
    };
  });
  return op(kernel, bias) as tf.Tensor2D;
}
