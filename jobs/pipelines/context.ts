import type { GameTask } from "@/lib/server/pipelines/tasks";
import type { Storage } from "@/lib/server/storage/storage";
import type { Day } from "@/lib/shared/day";
import type { Counts } from "@/lib/shared/pipelines";
import type { PrismaClient } from "@/prisma/generated/client";

/** How far a run is: `done` from 0 to 1, `step` for people. */
export type Progress = { done: number; step: string };

/** What a pipeline is given by the run around it; all it does is recorded through here. */
export type PipelineContext = {
  db: PrismaClient;
  storage: Storage;
  /** Last day of data. */
  day: Day;
  /** Works on this game only. */
  slug?: string;
  /** When the run began; pipelines have no clock of their own. */
  now: Date;
  /** Aborted when the run is to end early. */
  signal: AbortSignal;
  report(progress: Progress): void;
  /** Runs a phase as a task of its own: its times, counts and error become a row. */
  phase<Result extends { counts: Counts }>(name: string, run: () => Promise<Result>): Promise<Result>;
  /** Records the work on one game. */
  game(task: GameTask): Promise<void>;
};

/** What a pipeline leaves: its counts, how many games failed, and text to print where somebody watches. */
export type PipelineResult = { counts: Counts; failures: number; text?: string };

/** A pipeline: does its whole work for a day, or throws. */
export type PipelineRunner = (context: PipelineContext) => Promise<PipelineResult>;
