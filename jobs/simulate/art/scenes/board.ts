import { clouds } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, circle, ellipse, glow, n, type Point, path, polygon, rect } from "@/jobs/simulate/art/svg";

/** A field of gentle heights between 0 and 1, the same for the same chance. */
function heightField(canvas: Canvas): (x: number, y: number) => number {
  const { random } = canvas;
  const waves = Array.from({ length: 5 }, () => ({
    x: random.between(0.15, 0.8),
    y: random.between(0.15, 0.8),
    phase: random.float() * 6.3,
  }));
  return (x, y) => {
    const sum = waves.reduce((total, wave) => total + Math.sin(x * wave.x + y * wave.y + wave.phase), 0);
    return Math.min(1, Math.max(0, 0.5 + sum / 7));
  };
}

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

/** A small town of blocks seen from above. */
export function iso(canvas: Canvas): string {
  const { width, height, colours, random, defs } = canvas;
  const field = heightField(canvas);
  const tile = Math.max(width, height) / 22;
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
