import { clouds, mist, sky, stars, sun } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, n, type Point, path, polygon } from "@/jobs/simulate/art/svg";

/** Dunes and rock arches in the evening. */
export function desert(canvas: Canvas): string {
  const { width, height, colours, random } = canvas;
  let body = sky(canvas, 0.58) + stars(canvas, 50, 0.35);
  body += sun(canvas, random.between(0.3, 0.7) * width, height * 0.45, Math.min(width, height) * 0.13);
  body += clouds(canvas, 5, 0.2, 0.48, mix(colours.low, colours.pale, 0.5), 0.4);
  for (let index = 0; index < 4; index += 1)
    body += mesa(canvas, random.float() * width, height * 0.62, random.between(0.1, 0.24) * height);
  body += mist(canvas, 0.6, 0.14, colours.low, 0.6);
  for (let index = 0; index < 4; index += 1) body += dune(canvas, 0.66 + index * 0.09, index / 3);
  return body;
}

function mesa(canvas: Canvas, x: number, foot: number, tall: number): string {
  const { colours, random } = canvas;
  const half = tall * random.between(0.35, 0.9);
  const fill = mix(colours.far, colours.low, 0.25);
  const shape: Point[] = [
    [x - half * 1.5, foot],
    [x - half * 1.05, foot - tall * 0.55],
    [x - half, foot - tall],
    [x + half * 0.9, foot - tall * 0.97],
    [x + half, foot - tall * 0.5],
    [x + half * 1.5, foot],
  ];
  return (
    polygon(shape, fill) +
    polygon(
      [
        [x + half * 0.35, foot - tall * 0.98],
        [x + half * 0.9, foot - tall * 0.97],
        [x + half, foot - tall * 0.5],
        [x + half * 1.5, foot],
        [x + half * 0.5, foot],
      ],
      mix(fill, colours.near, 0.3),
    )
  );
}

function dune(canvas: Canvas, y: number, nearness: number): string {
  const { width, height, colours, random } = canvas;
  const crest = random.between(0.25, 0.75) * width;
  const top = (y - random.between(0.04, 0.1)) * height;
  const base = y * height;
  const lit = mix(mix(colours.low, colours.far, 0.35 + nearness * 0.35), colours.near, nearness * 0.45);
  const dark = mix(lit, colours.near, 0.4);
  const left = base + random.between(-0.02, 0.04) * height;
  const right = base + random.between(-0.02, 0.04) * height;
  const crestLine = `C${n(crest * 0.4)} ${n(left)} ${n(crest * 0.75)} ${n(top + 6)} ${n(crest)} ${n(top)}`;
  return (
    path(
      `M0 ${n(left)} ${crestLine} C${n(crest + width * 0.1)} ${n(top + height * 0.02)} ${n(width * 0.85)} ${n(right)} ${n(width)} ${n(right)} L${n(width)} ${n(height)} L0 ${n(height)}Z`,
      lit,
    ) +
    path(
      `M${n(crest)} ${n(top)} C${n(crest + width * 0.1)} ${n(top + height * 0.02)} ${n(width * 0.85)} ${n(right)} ${n(width)} ${n(right)} L${n(width)} ${n(height)} L${n(crest + width * 0.14)} ${n(height)} C${n(crest - width * 0.12)} ${n(base + height * 0.16)} ${n(crest + width * 0.06)} ${n(top + height * 0.1)} ${n(crest)} ${n(top)}Z`,
      dark,
    )
  );
}
