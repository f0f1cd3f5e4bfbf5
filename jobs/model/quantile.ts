/** The `level` quantile of sorted values, linear between neighbours; 0 of none. */
export function toQuantile(sorted: ArrayLike<number>, level: number): number {
  const position = level * (sorted.length - 1);
  const [below, above] = [Math.floor(position), Math.ceil(position)];
  const [low = 0, high = low] = [sorted[below], sorted[above]];
  return low + (position - below) * (high - low);
}
