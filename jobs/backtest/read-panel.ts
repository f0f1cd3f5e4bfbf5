import { BacktestInputError, RowError } from "./input-error";
import type { ReadOptions } from "./options";
import { PanelBuilder } from "./panel-builder";
import { readCsv } from "./read-csv";
import type { ReadPanel } from "./to-panel";

/** Reads a file of the form `unique_id,ds,y[,covariates]`, `.csv` or `.csv.gz`. Throws {@link BacktestInputError}. */
export async function readPanel(file: string, options: ReadOptions, signal?: AbortSignal): Promise<ReadPanel> {
  const builder = new PanelBuilder(options);
  try {
    for await (const record of readCsv(file)) {
      signal?.throwIfAborted();
      builder.add(record);
    }
    return builder.finish();
  } catch (error) {
    if (error instanceof RowError) throw new BacktestInputError(file, error.line, error.reason, { cause: error });
    throw error;
  }
}
