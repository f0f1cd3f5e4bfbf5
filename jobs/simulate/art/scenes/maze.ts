import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, circle, glow, n, type Point, path, polygon, rect } from "@/jobs/simulate/art/svg";

/** Folded geometric planes and stairs. */
export function maze(canvas: Canvas): string {
  const { width, height, colours, random, defs } = canvas;
  const unit = Math.min(width, height) / 9;
  let body =
    rect(
      0,
      0,
      width,
      height,
      defs.linear([
        [colours.low, 0],
        [mix(colours.low, colours.mid, 0.6), 0.55],
        [colours.mid, 1],
      ]),
    ) +
    circle(width * 0.5, height * 0.38, Math.min(width, height) * 0.3, colours.sun, 'opacity="0.8"') +
    glow(canvas, width * 0.5, height * 0.38, height * 0.55, colours.sun, 0.5);
  const rows = Math.ceil(height / (unit * 0.75)) + 2;
  const columns = Math.ceil(width / (unit * 1.732)) + 2;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const x = (column + (row % 2) / 2 - 0.5) * unit * 1.732;
      const y = row * unit * 0.75;
      const away = Math.hypot((x - width / 2) / width, (y - height * 0.4) / height) * 2;
      if (random.float() < away * 0.95 - 0.18)
        body += cube(canvas, x, y, unit * 0.5, row / rows, random.chance(0.2) ? "stairs" : "cube");
    }
  }
  return body;
}

function cube(
  { colours, random }: Canvas,
  x: number,
  y: number,
  size: number,
  depth: number,
  kind: "cube" | "stairs",
): string {
  const base = mix(mix(colours.far, colours.low, 0.3), colours.near, depth * 0.3);
  const tall = size * random.pick([1, 1, 1.5, 2]);
  const half = size * 0.866;
  const top: Point[] = [
    [x, y - size * 0.5],
    [x + half, y],
    [x, y + size * 0.5],
    [x - half, y],
  ];
  const accent = random.chance(0.16);
  let body = polygon(top, accent ? colours.accent : mix(base, colours.pale, 0.5));
  body += polygon(
    [
      [x - half, y],
      [x, y + size * 0.5],
      [x, y + size * 0.5 + tall],
      [x - half, y + tall],
    ],
    base,
  );
  body += polygon(
    [
      [x + half, y],
      [x, y + size * 0.5],
      [x, y + size * 0.5 + tall],
      [x + half, y + tall],
    ],
    mix(base, colours.near, 0.5),
  );
  if (kind === "stairs")
    for (let step = 0; step < 4; step += 1)
      body += polygon(
        [
          [x - half + (step * half) / 4, y + (step * size) / 8 + (tall * step) / 5],
          [x - half + ((step + 1) * half) / 4, y + ((step + 1) * size) / 8 + (tall * step) / 5],
          [x - half + ((step + 1) * half) / 4, y + ((step + 1) * size) / 8 + tall],
          [x - half + (step * half) / 4, y + (step * size) / 8 + tall],
        ],
        mix(base, colours.near, 0.12 + step * 0.1),
      );
  else if (random.chance(0.3))
    body += path(
      `M${n(x + half * 0.35)} ${n(y + size * 0.33 + tall)} v${n(-tall * 0.55)} q${n(half * 0.16)} ${n(-size * 0.3)} ${n(half * 0.32)} ${n(-size * 0.18)} v${n(tall * 0.55)}Z`,
      colours.near,
    );
  return body;
}
