import { clouds } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, circle, ellipse, glow, n, type Point, path, polygon, rect } from "@/jobs/simulate/art/svg";
import { heightField } from "./height-field";

/** A small town of blocks seen from above. */
export function iso(canvas: Canvas): string {
  const { width, height, colours, random, defs } = canvas;
  const field = heightField(canvas);
  const tile = Math.max(width, height) / (width < height ? 15 : 20);
  let body =
    rect(
      0,
      0,
      width,
      height,
      defs.linear([
        [mix(colours.low, colours.pale, 0.3), 0],
        [mix(colours.low, colours.mid, 0.4), 0.5],
        [colours.mid, 1],
      ]),
    ) + glow(canvas, width * 0.7, height * 0.1, height * 0.7, colours.sun, 0.55);
  const reach = Math.ceil(width / tile + height / tile) + 4;
  for (let sum = 0; sum < reach; sum += 1) {
    for (let column = -reach; column < reach; column += 1) {
      const a = (sum + column) / 2;
      const b = (sum - column) / 2;
      if (!Number.isInteger(a)) continue;
      const x = width / 2 + (a - b) * tile * 0.86;
      const y = (a + b) * tile * 0.5 - tile * 2 + height * 0.16;
      if (x < -tile * 2 || x > width + tile * 2 || y > height + tile * 6) continue;
      const away = Math.abs(x / width - 0.5) * 2;
      body += isoTile(canvas, { x, y, tile, level: field(a * 0.7, b * 0.7), rise: 0.7 + away * 0.7 });
    }
  }
  return (
    body +
    rect(
      0,
      0,
      width,
      height,
      defs.linear([
        [mix(colours.low, colours.pale, 0.3), 0, 0.85],
        [colours.low, 0.28, 0.05],
        [colours.near, 0.8, 0],
        [colours.near, 1, 0.6],
      ]),
    ) +
    (random.chance(0.6) ? clouds(canvas, 4, 0.05, 0.4, colours.pale, 0.35) : "")
  );
}

type IsoTile = { x: number; y: number; tile: number; level: number; rise: number };

function isoTile(canvas: Canvas, { x, y, tile, level, rise }: IsoTile): string {
  const { colours, random } = canvas;
  const ground =
    level < 0.3
      ? mix(colours.mid, colours.top, 0.25)
      : mix(mix(colours.accent, colours.far, 0.68), colours.pale, 0.12 + random.between(0, 0.07));
  const half = tile * 0.86;
  let body = polygon(
    [
      [x, y - tile * 0.5],
      [x + half, y],
      [x, y + tile * 0.5],
      [x - half, y],
    ],
    ground,
    `stroke="${mix(ground, colours.near, 0.12)}" stroke-width="0.8"`,
  );
  if (level < 0.3)
    return random.chance(0.12) ? body + ellipse(x, y, tile * 0.3, tile * 0.06, colours.pale, 'opacity="0.4"') : body;
  const chance = random.float();
  if (chance < 0.5)
    return body + building(canvas, x, y, tile * 0.8, tile * random.between(0.5, 2.1) * rise * (0.4 + level));
  if (chance < 0.68) {
    body +=
      ellipse(x, y + tile * 0.05, tile * 0.3, tile * 0.14, colours.near, 'opacity="0.25"') +
      rect(x - tile * 0.04, y - tile * 0.3, tile * 0.08, tile * 0.32, mix(colours.near, colours.far, 0.4));
    return (
      body +
      circle(x, y - tile * 0.5, tile * 0.3, mix(colours.far, colours.accent, 0.3)) +
      circle(x + tile * 0.08, y - tile * 0.58, tile * 0.18, mix(colours.far, colours.accent, 0.55))
    );
  }
  return body;
}

function building(canvas: Canvas, x: number, y: number, size: number, tall: number): string {
  const { colours, random } = canvas;
  const wall = mix(
    random.pick([colours.pale, colours.low, colours.sun, colours.far, colours.accent]),
    colours.far,
    0.28,
  );
  const half = size * 0.8;
  const left: Point[] = [
    [x - half, y],
    [x, y + size * 0.46],
    [x, y + size * 0.46 - tall],
    [x - half, y - tall],
  ];
  const right: Point[] = [
    [x + half, y],
    [x, y + size * 0.46],
    [x, y + size * 0.46 - tall],
    [x + half, y - tall],
  ];
  let body = polygon(left, wall) + polygon(right, mix(wall, colours.near, 0.38));
  let windows = "";
  for (let level = tall - size * 0.3; level > size * 0.12; level -= size * 0.36) {
    for (let column = 0.18; column < 0.8; column += 0.3) {
      windows += `M${n(x - half + half * column)} ${n(y + size * 0.46 * column - level)}l${n(half * 0.16)} ${n(size * 0.074)}v${n(size * 0.17)}l${n(-half * 0.16)} ${n(-size * 0.074)}z`;
      if (random.chance(0.7))
        windows += `M${n(x + half * column)} ${n(y + size * 0.46 * (1 - column) - level)}l${n(half * 0.16)} ${n(-size * 0.074)}v${n(size * 0.17)}l${n(-half * 0.16)} ${n(size * 0.074)}z`;
    }
  }
  body += path(windows, mix(colours.sun, colours.near, random.chance(0.6) ? 0.1 : 0.7));
  const roof: Point[] = [
    [x, y - size * 0.46 - tall],
    [x + half, y - tall],
    [x, y + size * 0.46 - tall],
    [x - half, y - tall],
  ];
  if (random.chance(0.45)) {
    const peak: Point = [x, y - tall - size * 0.75];
    const tint = mix(colours.accent, colours.far, random.between(0, 0.4));
    return (
      body +
      polygon([[x - half, y - tall], [x, y + size * 0.46 - tall], peak], tint) +
      polygon([[x + half, y - tall], [x, y + size * 0.46 - tall], peak], mix(tint, colours.near, 0.4))
    );
  }
  return body + polygon(roof, mix(wall, colours.pale, 0.45));
}
