import { clouds, leafTree, mist, particles, shafts, sky, stars, sun } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, circle, ellipse, glow, n, type Point, path, polygon, rect } from "@/jobs/simulate/art/svg";

/** A misty forest crossed by shafts of light. */
export function forest(canvas: Canvas): string {
  const { width, height, colours, random, defs } = canvas;
  let body = rect(
    0,
    0,
    width,
    height,
    defs.linear([
      [mix(colours.mid, colours.low, 0.35), 0],
      [mix(colours.low, colours.sun, 0.35), 0.5],
      [colours.mid, 1],
    ]),
  );
  body += glow(
    canvas,
    width * random.between(0.42, 0.62),
    height * 0.4,
    Math.max(width, height) * 0.55,
    colours.sun,
    0.85,
  );
  for (let depth = 0; depth < 5; depth += 1) {
    const nearness = depth / 4;
    const fill = mix(mix(colours.low, colours.far, 0.4 + nearness * 0.5), colours.near, nearness * nearness * 0.95);
    const count = Math.round((width / height) * (15 - depth * 2.4)) + 2;
    for (let index = 0; index < count; index += 1) {
      const x = ((index + random.float()) / count) * width;
      if (depth > 2 && Math.abs(x / width - 0.5) < 0.19) continue;
      body += trunk(
        canvas,
        x,
        height * (0.72 + nearness * 0.3),
        width * (0.005 + 0.016 * nearness * random.between(0.7, 1.3)),
        fill,
      );
    }
    body +=
      bank(canvas, 0.74 + nearness * 0.2, fill) +
      mist(canvas, 0.72 + nearness * 0.16, 0.2, mix(colours.low, colours.sun, 0.4), 0.42 - nearness * 0.36);
    if (depth === 2) body += shafts(canvas, 6, colours.sun, 0.3);
  }
  body += canopy(canvas, mix(colours.near, colours.far, 0.08));
  return body + particles(canvas, 60, colours.accent, 3, 0.8);
}

function trunk(canvas: Canvas, x: number, foot: number, wide: number, fill: string): string {
  const { height, random } = canvas;
  const lean = random.between(-1, 1) * wide * 1.2;
  let body = path(
    `M${n(x - wide * 1.5)} ${n(foot)} C${n(x - wide * 0.7)} ${n(foot - height * 0.1)} ${n(x - wide * 0.6)} ${n(foot - height * 0.4)} ${n(x - wide * 0.4 + lean)} -10 L${n(x + wide * 0.4 + lean)} -10 C${n(x + wide * 0.6)} ${n(foot - height * 0.4)} ${n(x + wide * 0.7)} ${n(foot - height * 0.1)} ${n(x + wide * 1.6)} ${n(foot)}Z`,
    fill,
  );
  for (let branch = 0; branch < 3; branch += 1) {
    const y = foot - height * random.between(0.3, 0.75);
    const side = random.chance(0.5) ? 1 : -1;
    body += path(
      `M${n(x)} ${n(y)} Q${n(x + side * wide * 3)} ${n(y - wide * 2)} ${n(x + side * wide * random.between(5, 9))} ${n(y - wide * random.between(3, 7))}`,
      "none",
      `stroke="${fill}" stroke-width="${n(wide * 0.4)}" stroke-linecap="round"`,
    );
  }
  return body;
}

function bank(canvas: Canvas, y: number, fill: string): string {
  const { width, height, random } = canvas;
  let d = `M0 ${n(height)} L0 ${n(y * height)}`;
  const tufts = 70;
  for (let index = 1; index <= tufts; index += 1) {
    const x = (index / tufts) * width;
    d += ` L${n(x - width / tufts / 2)} ${n((y - random.between(0.006, 0.035)) * height)} L${n(x)} ${n((y + 0.012 * Math.sin(index / 6)) * height)}`;
  }
  return path(`${d} L${n(width)} ${n(height)}Z`, fill);
}

function canopy(canvas: Canvas, fill: string): string {
  const { width, height, random } = canvas;
  let body = "";
  for (let index = 0; index < 44; index += 1) {
    const x = random.float() * width;
    const edge = Math.abs(x / width - 0.5) * 2;
    body += ellipse(
      x,
      height * (0.14 * edge * random.float() - 0.03),
      width * random.between(0.03, 0.08),
      height * random.between(0.03, 0.07),
      fill,
    );
  }
  return body;
}

/** An open sea, or the deep below it where the figure is a diver or a fish. */
export function sea(canvas: Canvas): string {
  const isDeep = canvas.subject === "fish" || canvas.subject === "robot";
  return isDeep ? underwater(canvas) : surface(canvas);
}

function surface(canvas: Canvas): string {
  const { width, height, colours, random, defs } = canvas;
  const horizon = 0.58;
  const cx = random.between(0.35, 0.65) * width;
  let body =
    sky(canvas, horizon) +
    stars(canvas, 70, 0.4) +
    sun(canvas, cx, height * (horizon - random.between(0.06, 0.2)), Math.min(width, height) * 0.11);
  body += clouds(canvas, 11, 0.12, 0.54, mix(colours.low, colours.pale, 0.45), 0.5);
  const water = defs.linear([
    [mix(colours.low, colours.far, 0.35), 0],
    [colours.far, 0.25],
    [mix(colours.far, colours.near, 0.75), 1],
  ]);
  body += rect(0, height * horizon, width, height * (1 - horizon), water);
  for (let index = 0; index < 46; index += 1) {
    const depth = (index / 46) ** 1.5;
    const y = height * (horizon + 0.005 + depth * 0.3);
    const half = width * (0.02 + depth * 0.12) * random.between(0.3, 1);
    body += ellipse(
      cx + random.between(-1, 1) * half * 0.8,
      y,
      half,
      1 + depth * 2.5,
      colours.sun,
      `opacity="${n(0.55 * (1 - depth))}"`,
    );
  }
  for (let index = 0; index < 6; index += 1) body += wave(canvas, horizon + 0.06 + index * 0.065, index / 5);
  return body;
}

function wave(canvas: Canvas, y: number, nearness: number): string {
  const { width, height, colours, random } = canvas;
  const length = width * (0.07 + nearness * 0.13);
  const crest = height * (0.005 + nearness * 0.02);
  let d = `M${n(-length * random.float())} ${n(y * height)}`;
  for (let x = 0; x < width + length * 2; x += length) {
    const lift = crest * random.between(0.7, 1.6);
    d += ` q${n(length * 0.3)} ${n(-lift * 2)} ${n(length * 0.62)} ${n(-lift * 0.3)} q${n(length * 0.18)} ${n(lift * 0.9)} ${n(length * 0.38)} ${n(lift * 0.3)}`;
  }
  const fill = mix(mix(colours.far, colours.low, 0.25 * (1 - nearness)), colours.near, 0.15 + nearness * 0.7);
  const line = d.replace(/^M/, "M");
  return (
    path(`${line} L${n(width * 1.5)} ${n(height)} L0 ${n(height)}Z`, fill, 'opacity="0.92"') +
    path(
      line,
      "none",
      `stroke="${mix(colours.sun, fill, 0.45 + nearness * 0.3)}" stroke-width="${n(1 + nearness * 2)}" opacity="0.6"`,
    )
  );
}

function underwater(canvas: Canvas): string {
  const { width, height, colours, random, defs } = canvas;
  let body = rect(
    0,
    0,
    width,
    height,
    defs.linear([
      [mix(colours.low, colours.sun, 0.3), 0],
      [colours.mid, 0.35],
      [colours.top, 0.8],
      [colours.near, 1],
    ]),
  );
  body +=
    glow(canvas, width * 0.5, -height * 0.05, height * 0.8, colours.sun, 0.75) + shafts(canvas, 8, colours.sun, 0.22);
  for (let depth = 0; depth < 3; depth += 1) {
    const fill = mix(mix(colours.mid, colours.far, 0.5), colours.near, 0.3 + depth * 0.34);
    body += seabed(canvas, 0.78 + depth * 0.08, fill);
    for (let index = 0; index < 16; index += 1) {
      const x = random.float() * width;
      const tall = height * random.between(0.08, 0.28) * (0.6 + 0.8 * Math.abs(x / width - 0.5));
      const foot = height * (0.86 + depth * 0.07);
      const sway = width * random.between(-0.02, 0.02);
      body += path(
        `M${n(x)} ${n(foot)} C${n(x + sway)} ${n(foot - tall * 0.3)} ${n(x - sway)} ${n(foot - tall * 0.6)} ${n(x + sway)} ${n(foot - tall)}`,
        "none",
        `stroke="${fill}" stroke-width="${n(3 + depth * 3)}" stroke-linecap="round"`,
      );
    }
  }
  for (let index = 0; index < 14; index += 1)
    body += circle(
      random.float() * width,
      height * random.between(0.7, 0.96),
      random.between(2, 6),
      colours.accent,
      'opacity="0.8"',
    );
  for (let index = 0; index < 26; index += 1)
    body += circle(
      random.float() * width,
      random.float() * height,
      random.between(2, 9),
      "none",
      `stroke="${colours.pale}" stroke-width="1.2" opacity="0.4"`,
    );
  return body;
}

function seabed(canvas: Canvas, y: number, fill: string): string {
  const { width, height, random } = canvas;
  const points = Array.from(
    { length: 25 },
    (_, index): Point => [(index / 24) * width, (y + random.between(-0.025, 0.025)) * height],
  );
  return polygon([[0, height], ...points, [width, height]], fill);
}

/** A cave of glowing crystals. */
export function cave(canvas: Canvas): string {
  const { width, height, colours, random, defs } = canvas;
  let body = rect(
    0,
    0,
    width,
    height,
    defs.linear([
      [colours.near, 0],
      [colours.top, 0.4],
      [colours.mid, 0.75],
      [colours.top, 1],
    ]),
  );
  body +=
    glow(canvas, width * 0.5, height * 0.6, Math.max(width, height) * 0.5, colours.low, 0.8) +
    glow(canvas, width * 0.5, height * 0.66, height * 0.28, colours.sun, 0.6);
  for (let depth = 0; depth < 3; depth += 1) {
    const fill = mix(mix(colours.mid, colours.far, 0.6), colours.near, 0.25 + depth * 0.36);
    body += teeth(canvas, 0.3 - depth * 0.09, fill, "roof") + teeth(canvas, 0.74 + depth * 0.09, fill, "floor");
    for (let index = 0; index < 9; index += 1) {
      const side = random.chance(0.5) ? random.between(0, 0.34) : random.between(0.66, 1);
      body += crystal(canvas, side * width, height * (0.84 + depth * 0.08), height * random.between(0.07, 0.24));
    }
  }
  return body + particles(canvas, 70, colours.accent, 3.2, 0.9);
}

function teeth(canvas: Canvas, y: number, fill: string, place: "roof" | "floor"): string {
  const { width, height, random } = canvas;
  const edge = place === "roof" ? 0 : height;
  const points: Point[] = [[0, edge]];
  for (let x = 0; x <= 1.0001; x += 1 / 22) {
    const side = Math.abs(x - 0.5) * 2;
    const reach = (place === "roof" ? 1 : -1) * random.between(-0.04, 0.1) * (0.5 + side) * height;
    points.push([x * width, (y + (place === "roof" ? 0.22 : -0.1) * side * side) * height + reach]);
  }
  return polygon([...points, [width, edge]], fill);
}

function crystal(canvas: Canvas, x: number, foot: number, tall: number): string {
  const { colours, random } = canvas;
  const lean = random.between(-0.5, 0.5) * tall;
  const half = tall * random.between(0.1, 0.17);
  const tip: Point = [x + lean, foot - tall];
  const shoulder = (side: number): Point => [x + side * half + lean * 0.72, foot - tall * 0.74];
  const bright = mix(colours.accent, colours.sun, random.between(0, 0.6));
  return (
    glow(canvas, x + lean * 0.5, foot - tall * 0.5, tall * 0.75, colours.accent, 0.3) +
    polygon([[x - half, foot], shoulder(-1), tip, [x + lean * 0.72, foot - tall * 0.68], [x, foot]], bright) +
    polygon(
      [[x, foot], [x + lean * 0.72, foot - tall * 0.68], tip, shoulder(1), [x + half, foot]],
      mix(bright, colours.mid, 0.5),
    )
  );
}

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
