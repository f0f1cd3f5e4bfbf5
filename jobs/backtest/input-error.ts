/** What is wrong with a line of a data file (null: with the file as a whole). */
export class RowError extends Error {
  override readonly name = "RowError";

  constructor(
    readonly line: number | null,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** A data file that cannot be backtested: which file, on which line (null: the file as a whole), and why. */
export class BacktestInputError extends Error {
  override readonly name = "BacktestInputError";

  constructor(
    readonly file: string,
    readonly line: number | null,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(line === null ? `${file}: ${reason}` : `${file}, line ${line}: ${reason}`, options);
  }
}
