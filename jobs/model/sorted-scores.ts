/** Numbers in a typed array that grows: they sort several times as fast as an array of the language. */
export class Scores {
  private values = new Float64Array(64);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Float64Array(2 * this.length);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.length++] = value;
  }

  /** The numbers, in order. */
  sort(): Float64Array {
    return this.values.subarray(0, this.length).sort();
  }

  /** All of them together. */
  static join(all: readonly Scores[]): Scores {
    const joined = new Scores();
    for (const { values, length } of all) for (let i = 0; i < length; i++) joined.push(values[i] ?? 0);
    return joined;
  }
}

/** Split-conformal quantile of sorted scores, with the +1 correction of a finite sample. */
export function takeQuantile(scores: Float64Array, level: number): number {
  const rank = Math.min(scores.length - 1, Math.max(0, Math.ceil((scores.length + 1) * level) - 1));
  return scores[rank] ?? 0;
}
