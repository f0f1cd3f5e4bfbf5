import { clouds, sky, stars, sun } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, ellipse, type Point, polygon, rect } from "@/jobs/simulate/art/svg";
import { leafTree } from "@/jobs/simulate/art/trees";

/** Floating islands above the clouds. */
export function islands(canvas: Canvas): string {
  const { width, height, colours, random } = canvas;
  let body =
    sky(canvas, 0.9) +
    stars(canvas, 40, 0.4) +
    sun(canvas, width * random.between(0.25, 0.75), height * 0.3, Math.min(width, height) * 0.12);
  body += clouds(canvas, 12, 0.3, 0.95, colours.pale, 0.6);
  const spots: readonly [number, number, number][] = [
    [0.2, 0.42, 0.1],
    [0.82, 0.36, 0.12],
    [0.68, 0.56, 0.08],
    [0.12, 0.66, 0.13],
    [0.9, 0.7, 0.15],
  ];
  for (const [x, y, size] of spots)
    body += island(
      canvas,
      x * width + random.between(-0.04, 0.04) * width,
      y * height,
      size * Math.min(width, height * 1.2),
      0.35,
    );
  body += clouds(canvas, 8, 0.7, 1, colours.pale, 0.65);
  body += island(canvas, width * 0.5, height * 0.78, Math.min(width * 0.36, height * 0.34), 0.75);
  return body + clouds(canvas, 8, 0.9, 1.05, mix(colours.pale, colours.low, 0.3), 0.85);
}

function island(canvas: Canvas, x: number, y: number, half: number, nearness: number): string {
  const { colours, random } = canvas;
  const rock = mix(mix(colours.low, colours.far, 0.8), colours.near, nearness * 0.7);
  const points: Point[] = [[x - half, y]];
  for (let step = 1; step < 10; step += 1) {
    const share = step / 10;
    const depth = Math.sin(share * Math.PI) ** 0.8 * half * random.between(0.75, 1.2);
    points.push([x - half + share * 2 * half, y + depth]);
  }
  const grass = mix(mix(colours.accent, colours.far, 0.6), colours.near, nearness * 0.35);
  let body =
    polygon([...points, [x + half, y]], rock) +
    polygon(
      [
        [x + half, y],
        [x + half * 0.25, y],
        [x + half * 0.05, y + half * 0.9],
        ...points.slice(6).map(([px, py]): Point => [px, py]),
      ],
      mix(rock, colours.near, 0.35),
      'opacity="0.8"',
    );
  body += ellipse(x, y, half, half * 0.16, grass);
  body += rect(
    x - half * 0.52,
    y,
    half * 0.06,
    half * 1.5,
    canvas.defs.linear([
      [colours.pale, 0, 0.9],
      [colours.pale, 1, 0],
    ]),
  );
  for (let index = 0; index < 5; index += 1) {
    const at = x + random.between(-0.85, 0.85) * half;
    if (nearness < 0.5 || Math.abs(at - x) > half * 0.4)
      body += leafTree(
        canvas,
        at,
        y + half * 0.05,
        half * random.between(0.25, 0.5),
        mix(grass, colours.near, 0.45),
        mix(grass, colours.near, 0.2),
      );
  }
  return body;
}
