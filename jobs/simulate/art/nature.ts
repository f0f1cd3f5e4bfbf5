import { mix } from "./palettes";
import { type Canvas, circle, ellipse, glow, n, type Point, path, polygon, rect } from "./svg";

/** The sky from top to horizon over the whole picture. */
export function sky(canvas: Canvas, horizon = 0.75): string {
  const { width, height, colours, defs } = canvas;
  const fill = defs.linear([
    [colours.top, 0],
    [colours.mid, horizon * 0.55],
    [colours.low, horizon],
    [mix(colours.low, colours.sun, 0.4), 1],
  ]);
  return rect(0, 0, width, height, fill);
}

/** Small stars in the upper part. */
export function stars(canvas: Canvas, count: number, depth = 0.7): string {
  const { width, height, colours, random } = canvas;
  let body = "";
  for (let index = 0; index < count; index += 1) {
    const y = random.float() ** 1.4 * height * depth;
    const size = random.float() ** 4 * 2.2 + 0.5;
    const opacity = (1 - y / (height * depth)) * random.between(0.4, 1);
    body += circle(random.float() * width, y, (size * height) / 900, colours.pale, `opacity="${n(opacity)}"`);
  }
  return body;
}

/** Sun or moon with its halo. */
export function sun(canvas: Canvas, x: number, y: number, radius: number): string {
  const { colours, defs } = canvas;
  const disc = defs.linear([
    [mix(colours.sun, "#ffffff", 0.35), 0],
    [colours.sun, 0.6],
    [mix(colours.sun, colours.low, 0.6), 1],
  ]);
  return glow(canvas, x, y, radius * 4.6, colours.sun, 0.55) + circle(x, y, radius, disc);
}

/** Flat bands of cloud. */
export function clouds(
  canvas: Canvas,
  count: number,
  top: number,
  bottom: number,
  colour: string,
  opacity = 0.35,
): string {
  const { width, height, random, defs } = canvas;
  let body = "";
  for (let index = 0; index < count; index += 1) {
    const y = random.between(top, bottom) * height;
    const x = random.float() * width;
    const rx = random.between(0.12, 0.38) * width;
    const fill = defs.radial([
      [colour, 0, opacity * random.between(0.6, 1)],
      [colour, 0.7, opacity * 0.35],
      [colour, 1, 0],
    ]);
    body += ellipse(x, y, rx, rx * random.between(0.05, 0.11), fill);
    body += ellipse(x + rx * 0.3, y - rx * 0.04, rx * 0.5, rx * 0.07, fill);
  }
  return body;
}

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

/** Mist that lies on the ground at a height. */
export function mist(canvas: Canvas, y: number, thickness: number, colour: string, opacity = 0.55): string {
  const { width, height, defs } = canvas;
  const fill = defs.linear([
    [colour, 0, 0],
    [colour, 0.7, opacity],
    [colour, 1, 0],
  ]);
  return rect(0, (y - thickness / 2) * height, width, thickness * height, fill);
}

/** A conifer that stands at (x, y). */
export function pine(canvas: Canvas, x: number, y: number, height: number, fill: string, snow?: string): string {
  const { random } = canvas;
  const half = height * random.between(0.17, 0.24);
  const left: Point[] = [];
  const right: Point[] = [];
  const tiers = 6;
  for (let tier = 0; tier < tiers; tier += 1) {
    const share = (tier + 1) / tiers;
    const level = y - height * (1 - share * 0.92);
    const reach = half * share * random.between(0.85, 1.1);
    left.push([x - reach, level], [x - reach * 0.45, level - height * 0.02]);
    right.push([x + reach, level], [x + reach * 0.45, level - height * 0.02]);
  }
  const shape =
    polygon([[x, y - height], ...left, ...right.reverse()], fill) +
    rect(x - half * 0.08, y - height * 0.1, half * 0.16, height * 0.12, fill);
  if (!snow) return shape;
  return (
    shape +
    polygon([[x, y - height], ...left.slice(0, 7), [x - half * 0.05, y - height * 0.45]], snow, 'opacity="0.55"')
  );
}

/** A broad-leaved tree that stands at (x, y). */
export function leafTree(canvas: Canvas, x: number, y: number, height: number, fill: string, light: string): string {
  const { random } = canvas;
  let body = path(
    `M${n(x - height * 0.05)} ${n(y)} Q${n(x - height * 0.01)} ${n(y - height * 0.3)} ${n(x - height * 0.02)} ${n(y - height * 0.6)} L${n(x + height * 0.03)} ${n(y - height * 0.6)} Q${n(x + height * 0.02)} ${n(y - height * 0.3)} ${n(x + height * 0.06)} ${n(y)} Z`,
    fill,
  );
  for (let index = 0; index < 9; index += 1) {
    const angle = (index / 9) * 6.28;
    const cx = x + Math.cos(angle) * height * 0.2;
    const cy = y - height * 0.68 + Math.sin(angle) * height * 0.15;
    body += circle(cx, cy, height * random.between(0.12, 0.2), index % 3 === 1 ? light : fill);
  }
  return body + circle(x, y - height * 0.68, height * 0.22, fill);
}

/** Soft particles: snow, embers, dust or bubbles. */
export function particles(canvas: Canvas, count: number, colour: string, size = 2.4, opacity = 0.8): string {
  const { width, height, random } = canvas;
  let body = "";
  for (let index = 0; index < count; index += 1) {
    const radius = (random.float() ** 2 * size + 0.6) * (height / 800);
    body += circle(
      random.float() * width,
      random.float() * height,
      radius,
      colour,
      `opacity="${n(random.between(0.2, opacity))}"`,
    );
  }
  return body;
}

/** Slanted beams of light from above. */
export function shafts(canvas: Canvas, count: number, colour: string, opacity = 0.22): string {
  const { width, height, random, defs } = canvas;
  const fill = defs.linear([
    [colour, 0, opacity],
    [colour, 1, 0],
  ]);
  let body = "";
  for (let index = 0; index < count; index += 1) {
    const x = random.between(0.05, 1) * width;
    const spread = random.between(0.03, 0.1) * width;
    const slant = random.between(0.1, 0.3) * width;
    body += polygon(
      [
        [x, 0],
        [x + spread, 0],
        [x + spread * 1.8 - slant, height * 0.95],
        [x - slant - spread, height * 0.95],
      ],
      fill,
    );
  }
  return body;
}

/** Darkens the edges of the picture. */
export function vignette(canvas: Canvas, opacity = 0.55): string {
  const { width, height, colours, defs } = canvas;
  const fill = defs.radial([
    [colours.near, 0.45, 0],
    [colours.near, 1, opacity],
  ]);
  return ellipse(width / 2, height / 2, width * 0.85, height * 0.85, fill);
}
