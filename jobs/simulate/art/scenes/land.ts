import { clouds, hills, leafTree, mist, particles, pine, ridge, sky, stars, sun } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, ellipse, glow, n, type Point, path, polygon } from "@/jobs/simulate/art/svg";

/** Colour of a layer of land: far ones take on the light of the horizon. */
export function layer({ colours }: Canvas, nearness: number): string {
  return nearness < 0.5
    ? mix(mix(colours.low, colours.far, 0.55), colours.far, nearness * 2)
    : mix(colours.far, colours.near, (nearness - 0.5) * 2);
}

/** Mountains in layers before a large low sun. */
export function peaks(canvas: Canvas): string {
  const { width, height, colours, random } = canvas;
  let body = sky(canvas, 0.62) + stars(canvas, 70, 0.45);
  body += sun(
    canvas,
    random.between(0.28, 0.72) * width,
    random.between(0.34, 0.44) * height,
    Math.min(width, height) * random.between(0.09, 0.15),
  );
  body += clouds(canvas, 7, 0.18, 0.5, mix(colours.low, colours.pale, 0.4), 0.4);
  const layers = 5;
  for (let index = 0; index < layers; index += 1) {
    const nearness = index / (layers - 1);
    const base = 0.64 + nearness * 0.3;
    body += ridge(canvas, {
      base,
      rise: 0.34 - nearness * 0.2,
      roughness: 0.52,
      fill: layer(canvas, nearness),
      steps: 128,
    }).body;
    if (index < layers - 1) body += mist(canvas, base + 0.02, 0.16, colours.low, 0.5 - nearness * 0.3);
  }
  for (let index = 0; index < 26; index += 1) {
    const x = random.float() * width;
    const edge = Math.abs(x / width - 0.5) * 2;
    body += pine(
      canvas,
      x,
      height * random.between(0.93, 1.02),
      height * (0.05 + 0.16 * edge * random.float()),
      colours.near,
    );
  }
  return body;
}

/** Pines in snow below an aurora. */
export function snow(canvas: Canvas): string {
  const { width, height, colours, random, defs } = canvas;
  let body = sky(canvas, 0.8) + stars(canvas, 160, 0.75);
  for (let band = 0; band < 4; band += 1) {
    const fill = defs.linear([
      [colours.accent, 0, 0],
      [colours.accent, 0.6, 0.34],
      [mix(colours.accent, "#7dffb0", 0.5), 0.85, 0.3],
      [colours.accent, 1, 0],
    ]);
    const y = random.between(0.08, 0.3) * height;
    const tall = random.between(0.18, 0.34) * height;
    const sway = random.between(-0.12, 0.12) * height;
    body += path(
      `M0 ${n(y)} C${n(width * 0.3)} ${n(y + sway)} ${n(width * 0.6)} ${n(y - sway)} ${n(width)} ${n(y + sway / 2)} L${n(width)} ${n(y + tall)} C${n(width * 0.6)} ${n(y + tall - sway)} ${n(width * 0.3)} ${n(y + tall + sway)} 0 ${n(y + tall)}Z`,
      fill,
    );
  }
  const white = mix(colours.pale, colours.low, 0.25);
  body += ridge(canvas, { base: 0.7, rise: 0.26, roughness: 0.5, fill: mix(colours.far, white, 0.45), steps: 64 }).body;
  body += mist(canvas, 0.7, 0.2, white, 0.5);
  body += ridge(canvas, {
    base: 0.78,
    rise: 0.16,
    roughness: 0.5,
    fill: mix(colours.far, white, 0.15),
    steps: 64,
  }).body;
  for (let row = 0; row < 3; row += 1) {
    const fill = mix(colours.far, colours.near, 0.35 + row * 0.3);
    for (let index = 0; index < 22 - row * 5; index += 1) {
      const x = random.float() * width;
      const clear = Math.abs(x / width - 0.5) * 2;
      body += pine(
        canvas,
        x,
        height * (0.8 + row * 0.07),
        height * (0.08 + row * 0.05) * (0.6 + 0.8 * clear),
        fill,
        white,
      );
    }
    body += hills(canvas, 0.84 + row * 0.07, 0.03, mix(white, colours.far, 0.5 - row * 0.14)).body;
  }
  return body + particles(canvas, 150, "#ffffff", 3.2, 0.85);
}

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

/** Rolling fields with a farmstead. */
export function farm(canvas: Canvas): string {
  const { width, height, colours, random } = canvas;
  let body =
    sky(canvas, 0.6) + sun(canvas, random.between(0.2, 0.8) * width, height * 0.36, Math.min(width, height) * 0.1);
  body += clouds(canvas, 9, 0.1, 0.45, colours.pale, 0.5);
  body +=
    ridge(canvas, { base: 0.6, rise: 0.1, roughness: 0.45, fill: layer(canvas, 0.15) }).body +
    mist(canvas, 0.58, 0.12, colours.low, 0.5);
  for (let index = 0; index < 4; index += 1) {
    const nearness = 0.25 + index * 0.2;
    const fill = mix(layer(canvas, nearness), colours.accent, 0.14);
    const field = hills(canvas, 0.68 + index * 0.1, 0.09, fill);
    body += field.body + furrows(canvas, field.yAt, mix(fill, index % 2 ? colours.sun : colours.near, 0.22), index);
    for (let tree = 0; tree < 6 - index; tree += 1) {
      const x = random.float() * width;
      if (Math.abs(x / width - 0.5) > 0.16)
        body += leafTree(
          canvas,
          x,
          field.yAt(x) + 3,
          height * (0.05 + 0.035 * index),
          mix(fill, colours.near, 0.55),
          mix(fill, colours.near, 0.3),
        );
    }
    if (index === 1) body += windmill(canvas, random.chance(0.5) ? width * 0.2 : width * 0.8, field.yAt, height * 0.2);
  }
  return body;
}

function furrows(canvas: Canvas, yAt: (x: number) => number, colour: string, level: number): string {
  const { width, height } = canvas;
  let body = "";
  for (let line = 1; line < 6; line += 1) {
    const points = Array.from(
      { length: 25 },
      (_, index): Point => [(index / 24) * width, yAt((index / 24) * width) + line * height * (0.012 + level * 0.005)],
    );
    body += `<polyline points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(" ")}" fill="none" stroke="${colour}" stroke-width="${n(1.5 + level)}" opacity="0.7"/>`;
  }
  return body;
}

function windmill(canvas: Canvas, x: number, yAt: (x: number) => number, tall: number): string {
  const { colours, random } = canvas;
  const y = yAt(x) + 4;
  const hub: Point = [x, y - tall * 0.78];
  const ink = mix(colours.near, colours.far, 0.15);
  let body = polygon(
    [
      [x - tall * 0.16, y],
      [x - tall * 0.09, y - tall * 0.75],
      [x + tall * 0.09, y - tall * 0.75],
      [x + tall * 0.16, y],
    ],
    ink,
  );
  body +=
    ellipse(x, y - tall * 0.76, tall * 0.1, tall * 0.09, ink) +
    polygon(
      [
        [x - 2, y - tall * 0.4],
        [x + tall * 0.04, y - tall * 0.4],
        [x + tall * 0.04, y - tall * 0.3],
        [x - 2, y - tall * 0.3],
      ],
      colours.sun,
    );
  const turn = random.float();
  for (let arm = 0; arm < 4; arm += 1) {
    const angle = (arm / 4) * 6.283 + turn;
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    body += polygon(
      [
        hub,
        [hub[0] + dx * tall * 0.55, hub[1] + dy * tall * 0.55],
        [hub[0] + dx * tall * 0.55 - dy * tall * 0.1, hub[1] + dy * tall * 0.55 + dx * tall * 0.1],
        [hub[0] + dx * tall * 0.12 - dy * tall * 0.1, hub[1] + dy * tall * 0.12 + dx * tall * 0.1],
      ],
      ink,
      'opacity="0.9"',
    );
  }
  return body;
}

/** A castle on a hill against the sky. */
export function castle(canvas: Canvas): string {
  const { width, height, colours, random } = canvas;
  const cx = width * 0.5;
  let body =
    sky(canvas, 0.7) +
    stars(canvas, 110, 0.6) +
    sun(canvas, width * random.between(0.55, 0.75), height * 0.3, Math.min(width, height) * 0.14);
  body += clouds(canvas, 9, 0.2, 0.6, mix(colours.low, colours.pale, 0.2), 0.4);
  body +=
    ridge(canvas, { base: 0.76, rise: 0.22, roughness: 0.5, fill: layer(canvas, 0.2) }).body +
    mist(canvas, 0.72, 0.22, colours.low, 0.6);
  const wall = mix(colours.far, colours.near, 0.45);
  const unit = Math.min(width, height * 1.1);
  const ground = height * 0.78;
  const towers = [-0.3, -0.2, -0.1, -0.02, 0.07, 0.17, 0.28].map((offset) => ({
    x: cx + offset * unit,
    wide: unit * random.between(0.04, 0.075),
    tall: unit * (0.42 - Math.abs(offset) * 0.75) * random.between(0.7, 1.15),
  }));
  body += glow(canvas, cx, ground - unit * 0.1, unit * 0.5, colours.sun, 0.25);
  for (const tower of towers) body += turret(canvas, tower, ground, wall);
  body += polygon(
    [
      [cx - unit * 0.36, ground],
      [cx - unit * 0.34, ground - unit * 0.12],
      [cx + unit * 0.33, ground - unit * 0.13],
      [cx + unit * 0.36, ground],
    ],
    mix(wall, colours.near, 0.3),
  );
  body += path(
    `M0 ${n(height)} L0 ${n(height * 0.93)} C${n(cx - unit * 0.5)} ${n(height * 0.92)} ${n(cx - unit * 0.45)} ${n(ground - 4)} ${n(cx - unit * 0.3)} ${n(ground - 6)} L${n(cx + unit * 0.3)} ${n(ground - 6)} C${n(cx + unit * 0.45)} ${n(ground)} ${n(cx + unit * 0.55)} ${n(height * 0.92)} ${n(width)} ${n(height * 0.9)} L${n(width)} ${n(height)}Z`,
    mix(colours.near, colours.far, 0.22),
  );
  body += mist(canvas, 0.84, 0.14, colours.low, 0.28);
  for (let index = 0; index < 18; index += 1)
    body += pine(
      canvas,
      random.float() * width,
      height * random.between(0.95, 1.03),
      height * random.between(0.06, 0.14),
      colours.near,
    );
  return body;
}

function turret(
  canvas: Canvas,
  { x, wide, tall }: { x: number; wide: number; tall: number },
  ground: number,
  fill: string,
): string {
  const { colours, random } = canvas;
  const top = ground - tall;
  let body = polygon(
    [
      [x - wide / 2, ground],
      [x - wide / 2, top],
      [x + wide / 2, top],
      [x + wide / 2, ground],
    ],
    fill,
  );
  body += polygon(
    [
      [x + wide * 0.1, ground],
      [x + wide * 0.1, top],
      [x + wide / 2, top],
      [x + wide / 2, ground],
    ],
    mix(fill, colours.near, 0.45),
  );
  body += polygon(
    [
      [x - wide * 0.66, top],
      [x, top - wide * random.between(1.4, 2.2)],
      [x + wide * 0.66, top],
    ],
    mix(fill, colours.near, 0.6),
  );
  for (let level = 0.15; level < 0.7; level += 0.2) {
    if (random.chance(0.7))
      body += polygon(
        [
          [x - wide * 0.12, top + tall * level],
          [x + wide * 0.08, top + tall * level],
          [x + wide * 0.08, top + tall * level + wide * 0.34],
          [x - wide * 0.12, top + tall * level + wide * 0.34],
        ],
        colours.sun,
      );
  }
  return body;
}
