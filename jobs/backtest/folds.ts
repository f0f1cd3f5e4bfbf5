import { createRandom } from "@/jobs/model/random";

const FOLDS = 5;

/** Deals series out into five folds (fewer where there are fewer series), the same for the same ids and seed. */
export function toFolds(ids: readonly string[], seed: number): ReadonlySet<string>[] {
  const random = createRandom(seed);
  const drawn = [...ids].sort().map((id) => ({ id, key: random() }));
  drawn.sort((a, b) => a.key - b.key);
  const folds = Array.from({ length: Math.min(FOLDS, ids.length) }, () => new Set<string>());
  for (const [i, { id }] of drawn.entries()) folds[i % FOLDS]?.add(id);
  return folds;
}
