import { clouds, mist, particles, sky, sun } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, n, type Point, path, polygon, rect } from "@/jobs/simulate/art/svg";
import { ridge } from "@/jobs/simulate/art/terrain";

/** Broken towers in drifting smoke. */
export function ruins(canvas: Canvas): string {
  const { width, height, colours, random } = canvas;
  let body =
    sky(canvas, 0.7) + sun(canvas, width * random.between(0.35, 0.65), height * 0.42, Math.min(width, height) * 0.15);
  body += clouds(canvas, 14, 0.05, 0.55, mix(colours.mid, colours.near, 0.35), 0.6);
  for (let depth = 0; depth < 4; depth += 1) {
    const nearness = depth / 3;
    const fill = mix(mix(colours.low, colours.far, 0.6 + nearness * 0.4), colours.near, nearness * 0.9);
    const count = Math.round(10 - depth * 1.5);
    for (let index = 0; index < count; index += 1) {
      const x = ((index + random.float() * 0.7) / count) * width;
      const edge = Math.abs(x / width - 0.5) * 2;
      if (depth === 3 && edge < 0.45) continue;
      body += wreck(
        canvas,
        x,
        height * (0.8 + nearness * 0.13),
        width * random.between(0.05, 0.1) * (width < height ? 1.6 : 1),
        height * random.between(0.2, 0.46) * (0.4 + 0.7 * edge),
        fill,
      );
    }
    body +=
      ridge(canvas, { base: 0.84 + nearness * 0.12, rise: 0.05, roughness: 0.75, fill }).body +
      mist(canvas, 0.78 + nearness * 0.1, 0.22, mix(colours.low, colours.mid, 0.4), 0.46 - nearness * 0.34);
  }
  return body + particles(canvas, 90, colours.accent, 3, 0.95);
}

function wreck(canvas: Canvas, x: number, foot: number, wide: number, tall: number, fill: string): string {
  const { colours, random } = canvas;
  const top = foot - tall;
  const jag = (share: number): Point => [x + wide * share, top + tall * random.between(0, 0.3)];
  const shape: Point[] = [
    [x, foot],
    [x + wide * 0.03, top + tall * 0.1],
    jag(0.2),
    jag(0.34),
    jag(0.5),
    jag(0.66),
    jag(0.82),
    [x + wide * 0.97, top + tall * random.between(0.1, 0.5)],
    [x + wide, foot],
  ];
  let body = polygon(shape, fill);
  let holes = "";
  for (let row = 0.36; row < 0.85; row += 0.14) {
    for (let column = 0.12; column < 0.85; column += 0.25) {
      if (random.chance(0.75))
        holes += `M${n(x + wide * column)} ${n(top + tall * row)}h${n(wide * 0.12)}v${n(tall * 0.07)}h${n(-wide * 0.12)}z`;
    }
  }
  body +=
    path(holes, mix(colours.low, fill, 0.35)) +
    rect(x + wide * random.between(0.2, 0.7), top - tall * 0.08, 2, tall * 0.3, fill);
  return body;
}
