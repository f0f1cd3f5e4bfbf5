/** Days of the horizon that are scored together: [`from`, `to`) counted from 0, named as people count. */
export interface Bucket {
  name: string;
  from: number;
  to: number;
}

const EDGES = [0, 7, 28, 60];

function toBucket(from: number, to: number): Bucket {
  return { name: `${from + 1}-${to}`, from, to };
}

/** The whole horizon first, then its first week, the three weeks after, the days up to the 60th, and those beyond. */
export function toBuckets(horizon: number): Bucket[] {
  const edges = [...EDGES.filter((edge) => edge < horizon), horizon];
  const parts = edges.slice(1).map((to, i) => toBucket(edges[i] ?? 0, to));
  return parts.length > 1 ? [toBucket(0, horizon), ...parts] : parts;
}
