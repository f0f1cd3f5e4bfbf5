import { type Canvas, type Point, polygon } from "./svg";

/** Heights of a rough ridge at even steps, by midpoint displacement; 0 to 1. */
export function ridgeHeights(canvas: Canvas, steps: number, roughness: number): number[] {
  const { random } = canvas;
  const size = 2 ** Math.ceil(Math.log2(steps));
  const heights = new Array<number>(size + 1).fill(0.5);
  heights[0] = random.float();
  heights[size] = random.float();
  let spread = 0.55;
  for (let step = size; step > 1; step /= 2) {
    for (let at = step / 2; at < size; at += step) {
      const middle = ((heights[at - step / 2] ?? 0) + (heights[at + step / 2] ?? 0)) / 2;
      heights[at] = middle + random.between(-spread, spread);
    }
    spread *= roughness;
  }
  const low = Math.min(...heights);
  const high = Math.max(...heights);
  return heights.map((height) => (height - low) / Math.max(1e-6, high - low));
}

type Ridge = { base: number; rise: number; roughness: number; fill: string; steps?: number };

/** A ridge across the picture: `base` is its foot and `rise` its height, in shares of the picture. */
export function ridge(
  canvas: Canvas,
  { base, rise, roughness, fill, steps = 64 }: Ridge,
): { body: string; top: Point[] } {
  const { width, height } = canvas;
  const heights = ridgeHeights(canvas, steps, roughness);
  const top = heights.map(
    (value, index): Point => [(index / (heights.length - 1)) * width, (base - value * rise) * height],
  );
  return { body: polygon([[0, height], ...top, [width, height]], fill), top };
}

/** Smooth rolling ground; returns its shape and a function that gives its height at an x. */
export function hills(
  canvas: Canvas,
  base: number,
  rise: number,
  fill: string,
): { body: string; yAt: (x: number) => number } {
  const { width, height, random } = canvas;
  const phase = random.float() * 6.3;
  const wave = random.between(1.1, 2.3);
  const second = random.float() * 6.3;
  const yAt = (x: number): number => {
    const at = (x / width) * 6.3;
    return (
      (base - rise * (0.5 + 0.35 * Math.sin(at * wave * 0.5 + phase) + 0.15 * Math.sin(at * wave * 1.7 + second))) *
      height
    );
  };
  const points = Array.from({ length: 49 }, (_, index): Point => [(index / 48) * width, yAt((index / 48) * width)]);
  return { body: polygon([[0, height], ...points, [width, height]], fill), yAt };
}
