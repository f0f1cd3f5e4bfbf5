import { createReadStream, existsSync } from "node:fs";
import { parse } from "csv-parse";

/** Where the published scores lie, seen from the repository's root. */
export const PUBLISHED_FILE = "../shared/data/fev-bench-published/peers_retail_tasks.csv";

/** A forecaster's score on a task, as published; the seconds are of its own machine. */
export interface PublishedScore {
  model: string;
  mase: number;
  wape: number;
  sql: number;
  wql: number;
  seconds: number;
}

/** The published scores of a task, best MASE first; null where the file is not there. */
export async function loadPublished(file: string, task: string): Promise<PublishedScore[] | null> {
  if (!existsSync(file)) return null;
  const scores: PublishedScore[] = [];
  for await (const row of createReadStream(file).pipe(parse({ bom: true, columns: true }))) {
    if (row.task !== task) continue;
    scores.push({
      model: row.model,
      mase: Number(row.MASE),
      wape: Number(row.WAPE),
      sql: Number(row.SQL),
      wql: Number(row.WQL),
      seconds: Number(row.training_time_s) + Number(row.inference_time_s),
    });
  }
  return scores.sort((a, b) => a.mase - b.mase);
}
