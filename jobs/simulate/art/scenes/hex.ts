import { clouds } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, glow, type Point, polygon, rect } from "@/jobs/simulate/art/svg";
import { heightField } from "./height-field";

/** A map of coloured hexagons seen from a height. */
export function hex(canvas: Canvas): string {
  const { width, height, colours, random, defs } = canvas;
  const field = heightField(canvas);
  const size = Math.max(width, height) / 19;
  const squash = 0.62;
  let body = rect(
    0,
    0,
    width,
    height,
    defs.linear([
      [colours.low, 0],
      [mix(colours.mid, colours.far, 0.5), 0.3],
      [colours.near, 1],
    ]),
  );
  for (let row = 0; row * size * 1.5 * squash < height + size * 2; row += 1) {
    for (let column = 0; column * size * 1.732 < width + size * 2; column += 1) {
      const x = (column + (row % 2) / 2) * size * 1.732;
      const y = row * size * 1.5 * squash;
      body += hexTile(canvas, { x, y, size, squash, level: field(column, row), depth: y / height });
    }
  }
  const haze = defs.linear([
    [colours.low, 0, 0.9],
    [colours.low, 0.3, 0.15],
    [colours.near, 0.75, 0],
    [colours.near, 1, 0.75],
  ]);
  return (
    body +
    rect(0, 0, width, height, haze) +
    glow(canvas, width * random.between(0.3, 0.7), height * 0.05, height * 0.6, colours.sun, 0.5) +
    clouds(canvas, 5, 0.02, 0.25, colours.pale, 0.4)
  );
}

type HexTile = { x: number; y: number; size: number; squash: number; level: number; depth: number };

function hexTile(canvas: Canvas, { x, y, size, squash, level, depth }: HexTile): string {
  const { colours, random } = canvas;
  const isWater = level < 0.36;
  const lift = isWater ? 0 : (level - 0.36) * size * 1.5;
  const top = y - lift;
  const corner = (index: number, cy: number): Point => [
    x + Math.cos((index / 6) * 6.2832 + 0.5236) * size * 0.97,
    cy + Math.sin((index / 6) * 6.2832 + 0.5236) * size * 0.97 * squash,
  ];
  const ground = isWater
    ? mix(colours.top, colours.mid, 0.6 + level)
    : mix(mix(colours.far, colours.accent, 0.3), colours.pale, Math.max(0, level - 0.55) * 1.3);
  const fill = mix(ground, colours.near, random.between(0, 0.1) + depth * 0.12);
  let body = "";
  if (!isWater)
    body += polygon(
      [
        corner(0, top),
        corner(1, top),
        corner(2, top),
        corner(2, y + size * 0.2),
        corner(1, y + size * 0.2),
        corner(0, y + size * 0.2),
      ],
      mix(fill, colours.near, 0.55),
    );
  body += polygon(
    [0, 1, 2, 3, 4, 5].map((index) => corner(index, top)),
    fill,
    `stroke="${mix(fill, isWater ? colours.pale : colours.near, 0.22)}" stroke-width="1.2"`,
  );
  if (isWater) return body;
  if (level > 0.72 && random.chance(0.6)) return body + mountain(canvas, x, top, size);
  if (random.chance(0.22))
    for (let tree = 0; tree < 4; tree += 1)
      body += cone(
        x + random.between(-0.45, 0.45) * size,
        top + random.between(-0.2, 0.3) * size,
        size * 0.42,
        mix(fill, colours.near, 0.6),
      );
  else if (random.chance(0.1)) body += hut(canvas, x, top, size * 0.5);
  return body;
}

const cone = (x: number, y: number, tall: number, fill: string) =>
  polygon(
    [
      [x, y - tall],
      [x + tall * 0.3, y],
      [x - tall * 0.3, y],
    ],
    fill,
  );

function mountain({ colours }: Canvas, x: number, y: number, size: number): string {
  return (
    polygon(
      [
        [x - size * 0.62, y + size * 0.2],
        [x - size * 0.05, y - size * 0.85],
        [x + size * 0.62, y + size * 0.2],
      ],
      mix(colours.far, colours.pale, 0.3),
    ) +
    polygon(
      [
        [x - size * 0.05, y - size * 0.85],
        [x + size * 0.62, y + size * 0.2],
        [x + size * 0.05, y + size * 0.2],
      ],
      mix(colours.far, colours.near, 0.4),
    ) +
    polygon(
      [
        [x - size * 0.05, y - size * 0.85],
        [x + size * 0.16, y - size * 0.45],
        [x, y - size * 0.5],
        [x - size * 0.14, y - size * 0.4],
        [x - size * 0.26, y - size * 0.5],
      ],
      colours.pale,
    )
  );
}

function hut({ colours }: Canvas, x: number, y: number, size: number): string {
  return (
    rect(x - size * 0.4, y - size * 0.5, size * 0.8, size * 0.5, mix(colours.pale, colours.far, 0.25)) +
    polygon(
      [
        [x - size * 0.55, y - size * 0.45],
        [x, y - size],
        [x + size * 0.55, y - size * 0.45],
      ],
      colours.accent,
    ) +
    rect(x - size * 0.1, y - size * 0.3, size * 0.2, size * 0.3, colours.near)
  );
}
