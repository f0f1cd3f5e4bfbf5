import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Weights } from "@/jobs/model/network/network-shape";
import type { Panel } from "@/jobs/model/panel/panel";
import type { BlockOrder, BlockResult } from "@/jobs/model/stage-block";
import type { KeptFit, Train } from "@/jobs/model/training-work";
import type { ThreadNews, ThreadOrder } from "./fit-worker";

type Waiting = { onNews: (news: ThreadNews) => void; reject: (reason: unknown) => void };
type Calls<Value> = { resolve: (value: Value) => void; reject: (reason: unknown) => void };

/** A thread that trains networks and works on blocks of one panel's series, one order at a time. */
export class Thread {
  readonly #worker: Worker;
  #waiting: Waiting | undefined;

  constructor(panel: Panel) {
    // Read at run time: a bundler would make the thread's file part of the web server.
    const file = path.join(process.cwd(), "jobs", "train", "fit-worker.ts");
    this.#worker = new Worker(file, { workerData: { panel } });
    this.#worker.on("message", (news: ThreadNews) => this.#waiting?.onNews(news));
    this.#worker.on("error", (error) => this.#waiting?.reject(error));
    this.#worker.on("exit", (code) => {
      this.#waiting?.reject(new Error(`a training thread ended early, with code ${code}`));
    });
  }

  /** Ends the thread at once, and what it works on with it. */
  end(): void {
    void this.#worker.terminate();
  }

  #order<Value>(order: ThreadOrder, onNews: (news: ThreadNews, calls: Calls<Value>) => void): Promise<Value> {
    return new Promise<Value>((resolve, reject) => {
      const calls = { resolve, reject };
      this.#waiting = {
        reject,
        onNews: (news) => ("failure" in news ? reject(news.failure) : onNews(news, calls)),
      };
      this.#worker.postMessage(order);
    }).finally(() => {
      this.#waiting = undefined;
    });
  }

  /** Works on a block. */
  work(block: BlockOrder): Promise<BlockResult> {
    return this.#order({ block }, (news, { resolve }) => {
      if ("block" in news) resolve(news.block);
    });
  }

  /** Trains a network. Its state is asked for by a bell, which the thread hears after its next steps. */
  readonly train: Train = (task, onStep) => {
    const bell = new Int32Array(new SharedArrayBuffer(4));
    let asked: Calls<KeptFit> | undefined;
    let told = Promise.resolve();
    const take = () =>
      new Promise<KeptFit>((resolve, reject) => {
        asked = { resolve, reject };
        Atomics.store(bell, 0, 1);
      });
    const fitted = this.#order<Weights>({ fit: task, bell }, (news, { resolve, reject }) => {
      if ("step" in news) {
        told = told.then(() => onStep(news.step, take));
        told.catch(reject);
      }
      if (!("kept" in news)) return;
      const { kept } = news;
      asked?.resolve(kept);
      asked = undefined;
      if ("weights" in kept) told.then(() => resolve(kept.weights), reject);
    });
    // Who waits for the state of a fit that failed would wait for ever.
    fitted.catch((error: unknown) => asked?.reject(error));
    return fitted;
  };
}
