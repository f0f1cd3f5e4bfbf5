import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus, xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

/** A seeded source of numbers in [0, 1): the same seed gives the same sequence on every machine. */
export type Random = () => number;

/** A {@link Random} that can be left and gone on from by another process. */
export interface ResumableRandom {
  draw: Random;
  /** What `createResumableRandom` goes on from. */
  takeState(): readonly number[];
}

/** Makes a {@link ResumableRandom} from a seed, or from where another one was left. */
export function createResumableRandom(seed: number, state?: readonly number[]): ResumableRandom {
  const generator = state ? xoroshiro128plusFromState(state) : xoroshiro128plus(seed);
  return { draw: () => uniformFloat64(generator), takeState: () => [...generator.getState()] };
}

/** Makes a {@link Random} from a seed. */
export function createRandom(seed: number): Random {
  return createResumableRandom(seed).draw;
}

/** A standard normal draw (Box-Muller). */
export function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
