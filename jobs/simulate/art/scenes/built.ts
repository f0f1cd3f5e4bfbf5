import { clouds, mist, particles, ridge, sky, stars, sun } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, circle, ellipse, glow, n, type Point, path, polygon, rect } from "@/jobs/simulate/art/svg";

/** A city skyline at night with lit windows. */
export function city(canvas: Canvas): string {
  const { width, height, colours, random, defs } = canvas;
  let body =
    sky(canvas, 0.72) +
    stars(canvas, 60, 0.4) +
    sun(canvas, width * random.between(0.3, 0.7), height * random.between(0.28, 0.42), Math.min(width, height) * 0.13);
  for (let depth = 0; depth < 4; depth += 1) {
    const nearness = depth / 3;
    const fill = mix(mix(colours.low, colours.far, 0.5 + nearness * 0.5), colours.near, nearness * 0.82);
    let x = -random.float() * 40;
    while (x < width) {
      const wide = width * random.between(0.035, 0.075) * (0.8 + nearness * 0.9) * (width < height ? 1.7 : 1);
      const edge = Math.abs((x + wide / 2) / width - 0.5) * 2;
      const tall = height * (0.52 - nearness * 0.24) * (0.45 + 0.6 * edge) * random.between(0.6, 1.25);
      body += block(canvas, {
        x,
        y: height * (0.8 + nearness * 0.12) - tall,
        wide,
        tall: tall + height * 0.3,
        fill,
        nearness,
      });
      x += wide * random.between(0.85, 1.2);
    }
    if (depth < 3) body += mist(canvas, 0.78 + nearness * 0.08, 0.2, colours.low, 0.42 - nearness * 0.22);
  }
  const street = defs.linear([
    [mix(colours.near, colours.low, 0.4), 0],
    [colours.near, 1],
  ]);
  body += rect(0, height * 0.88, width, height * 0.12, street);
  for (let index = 0; index < 26; index += 1) {
    const tint = random.pick([colours.accent, colours.sun, colours.low]);
    body += rect(
      random.float() * width,
      height * 0.885,
      random.between(2, 8),
      height * random.between(0.02, 0.1),
      defs.linear([
        [tint, 0, 0.6],
        [tint, 1, 0],
      ]),
    );
  }
  return body;
}

type Block = { x: number; y: number; wide: number; tall: number; fill: string; nearness: number };

function block(canvas: Canvas, { x, y, wide, tall, fill, nearness }: Block): string {
  const { colours, random } = canvas;
  let body = rect(x, y, wide, tall, fill) + rect(x + wide * 0.78, y, wide * 0.22, tall, mix(fill, colours.near, 0.4));
  if (random.chance(0.4)) body += rect(x + wide * 0.2, y - wide * 0.2, wide * 0.4, wide * 0.22, fill);
  if (random.chance(0.35))
    body +=
      rect(x + wide * 0.4, y - wide * 0.9, 2, wide * 0.9, fill) +
      circle(x + wide * 0.4 + 1, y - wide * 0.9, 2.2, colours.accent);
  const columns = Math.max(2, Math.round(wide / (8 + nearness * 9)));
  const cell = (wide * 0.74) / columns;
  let windows = "";
  for (let row = 1; row < Math.min(24, tall / (cell * 1.5)); row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (random.chance(0.36))
        windows += `M${n(x + wide * 0.06 + column * cell)} ${n(y + row * cell * 1.45)}h${n(cell * 0.55)}v${n(cell * 0.7)}h${n(-cell * 0.55)}z`;
    }
  }
  body += path(windows, random.chance(0.75) ? colours.sun : colours.accent, `opacity="${n(0.35 + nearness * 0.5)}"`);
  if (nearness > 0.5 && random.chance(0.3)) {
    const tall2 = wide * random.between(0.8, 1.6);
    body +=
      rect(x + wide * 0.1, y + wide * 0.5, wide * 0.16, tall2, colours.accent, 'rx="3"') +
      glow(canvas, x + wide * 0.18, y + wide * 0.5 + tall2 / 2, wide, colours.accent, 0.5);
  }
  return body;
}

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

/** A straight road towards a striped sun. */
export function road(canvas: Canvas): string {
  const { width, height, colours, random, defs } = canvas;
  const horizon = height * 0.56;
  const cx = width / 2;
  const radius = Math.min(width, height) * 0.24;
  let body =
    sky(canvas, 0.56) +
    stars(canvas, 110, 0.5) +
    glow(canvas, cx, horizon - radius * 0.5, radius * 3, colours.low, 0.6);
  const disc = defs.linear([
    [colours.sun, 0],
    [mix(colours.sun, colours.low, 0.5), 0.5],
    [colours.low, 1],
  ]);
  body += circle(cx, horizon - radius * 0.6, radius, disc);
  for (let stripe = 0; stripe < 7; stripe += 1) {
    const y = horizon - radius * 0.75 + stripe * radius * 0.16;
    body += rect(
      cx - radius * 1.1,
      y,
      radius * 2.2,
      radius * (0.015 + stripe * 0.011),
      mix(colours.mid, colours.low, 0.5),
      'opacity="0.85"',
    );
  }
  body += ridge(canvas, { base: 0.57, rise: 0.14, roughness: 0.55, fill: mix(colours.far, colours.near, 0.3) }).body;
  body += rect(
    0,
    horizon,
    width,
    height - horizon,
    defs.linear([
      [mix(colours.far, colours.low, 0.3), 0],
      [mix(colours.near, colours.far, 0.25), 0.4],
      [colours.near, 1],
    ]),
  );
  body += groundGrid(canvas, horizon);
  body += polygon(
    [
      [cx - width * 0.012, horizon],
      [cx + width * 0.012, horizon],
      [cx + width * 0.42, height],
      [cx - width * 0.42, height],
    ],
    mix(colours.near, colours.far, 0.16),
  );
  for (const side of [-1, 1])
    body += polygon(
      [
        [cx + side * width * 0.012, horizon],
        [cx + side * width * 0.014, horizon],
        [cx + side * width * 0.44, height],
        [cx + side * width * 0.41, height],
      ],
      colours.accent,
    );
  for (let dash = 0; dash < 9; dash += 1) {
    const near = ((dash + 0.5) / 9) ** 2.2;
    const far = near + 0.05 * near + 0.004;
    const y0 = horizon + (height - horizon) * near;
    const y1 = horizon + (height - horizon) * Math.min(1, far + near * 0.14);
    body += polygon(
      [
        [cx - 10 * near - 0.6, y0],
        [cx + 10 * near + 0.6, y0],
        [cx + 12 * far + 0.8, y1],
        [cx - 12 * far - 0.8, y1],
      ],
      colours.pale,
      'opacity="0.9"',
    );
  }
  for (let palm = 0; palm < 10; palm += 1) {
    const near = ((palm + 0.6) / 10) ** 2;
    const side = palm % 2 ? 1 : -1;
    body += lamp(
      canvas,
      cx + side * width * (0.03 + 0.5 * near),
      horizon + (height - horizon) * near * 0.92,
      height * (0.05 + 0.5 * near),
      side,
    );
  }
  return body + (random.chance(0.5) ? particles(canvas, 40, colours.accent, 2.4, 0.7) : "");
}

function groundGrid({ width, height, colours }: Canvas, horizon: number): string {
  let d = "";
  for (let line = -16; line <= 16; line += 1)
    d += `M${n(width / 2 + line * width * 0.018)} ${n(horizon)}L${n(width / 2 + line * width * 0.22)} ${n(height)}`;
  for (let row = 1; row < 13; row += 1) d += `M0 ${n(horizon + (height - horizon) * (row / 13) ** 2)}H${width}`;
  return path(d, "none", `stroke="${colours.accent}" stroke-width="1.4" opacity="0.34"`);
}

function lamp({ colours, defs }: Canvas, x: number, foot: number, tall: number, side: number): string {
  const light = defs.radial([
    [colours.sun, 0, 0.8],
    [colours.sun, 1, 0],
  ]);
  return (
    rect(x - tall * 0.012, foot - tall, tall * 0.024, tall, colours.near) +
    path(
      `M${n(x)} ${n(foot - tall)} q${n(-side * tall * 0.1)} ${n(-tall * 0.08)} ${n(-side * tall * 0.22)} ${n(-tall * 0.02)}`,
      "none",
      `stroke="${colours.near}" stroke-width="${n(tall * 0.022)}"`,
    ) +
    circle(x - side * tall * 0.22, foot - tall * 1.01, tall * 0.1, light)
  );
}

/** A vaulted stone hall lit from its far end. */
export function dungeon(canvas: Canvas): string {
  const { width, height, colours, defs } = canvas;
  const cx = width / 2;
  const vanish = height * 0.5;
  let body = rect(0, 0, width, height, colours.near);
  body += glow(canvas, cx, vanish, Math.max(width, height) * 0.6, colours.low, 0.9);
  const arches = 6;
  for (let index = 0; index < arches; index += 1) {
    const scale = 0.16 + ((index + 1) / arches) ** 1.7 * 1.05;
    const fill = mix(mix(colours.low, colours.far, 0.55 + index * 0.08), colours.near, (index / (arches - 1)) * 0.88);
    body += arch(canvas, cx, vanish, scale, fill);
    if (index === 2 || index === 4)
      for (const side of [-1, 1])
        body += torch(canvas, cx + side * width * 0.335 * scale, vanish - height * 0.02 * scale, height * 0.12 * scale);
  }
  const floor = defs.linear([
    [mix(colours.low, colours.sun, 0.4), 0, 0.75],
    [colours.far, 0.3, 0.35],
    [colours.near, 1, 0.9],
  ]);
  body += polygon(
    [
      [cx - width * 0.05, vanish + height * 0.09],
      [cx + width * 0.05, vanish + height * 0.09],
      [cx + width * 0.62, height],
      [cx - width * 0.62, height],
    ],
    floor,
  );
  for (let row = 1; row < 9; row += 1) {
    const y = vanish + height * 0.09 + height * 0.41 * (row / 9) ** 1.9;
    body += rect(0, y, width, 1.5, colours.near, 'opacity="0.4"');
  }
  for (let line = -4; line <= 4; line += 1)
    body += path(
      `M${n(cx + line * width * 0.012)} ${n(vanish + height * 0.09)}L${n(cx + line * width * 0.16)} ${n(height)}`,
      "none",
      `stroke="${colours.near}" stroke-width="1.5" opacity="0.4"`,
    );
  body +=
    ellipse(cx, vanish, width * 0.035, height * 0.1, mix(colours.sun, "#ffffff", 0.4), 'opacity="0.9"') +
    glow(canvas, cx, vanish, height * 0.3, colours.sun, 0.7);
  return body + mist(canvas, 0.72, 0.3, colours.low, 0.22) + particles(canvas, 60, colours.sun, 2.6, 0.8);
}

function arch({ width, height }: Canvas, cx: number, vanish: number, scale: number, fill: string): string {
  const half = width * 0.34 * scale;
  const outer = width * 0.47 * scale;
  const top = vanish - height * 0.34 * scale;
  const foot = vanish + height * 0.52 * scale;
  return (
    path(
      `M${n(cx - 3 * width)} ${n(-height)} H${n(cx + 3 * width)} V${n(foot)} H${n(cx + half)} V${n(vanish - height * 0.08 * scale)} C${n(cx + half)} ${n(top + height * 0.1 * scale)} ${n(cx + half * 0.5)} ${n(top)} ${n(cx)} ${n(top - height * 0.03 * scale)} C${n(cx - half * 0.5)} ${n(top)} ${n(cx - half)} ${n(top + height * 0.1 * scale)} ${n(cx - half)} ${n(vanish - height * 0.08 * scale)} V${n(foot)} H${n(cx - 3 * width)}Z`,
      fill,
    ) +
    rect(cx - outer, vanish - height * 0.1 * scale, outer - half + 4, height * 0.03 * scale, fill) +
    rect(cx + half - 4, vanish - height * 0.1 * scale, outer - half + 4, height * 0.03 * scale, fill)
  );
}

function torch(canvas: Canvas, x: number, y: number, size: number): string {
  const { colours } = canvas;
  return (
    glow(canvas, x, y, size * 1.8, colours.accent, 0.75) +
    path(
      `M${n(x)} ${n(y - size * 0.45)} C${n(x + size * 0.22)} ${n(y - size * 0.1)} ${n(x + size * 0.14)} ${n(y + size * 0.1)} ${n(x)} ${n(y + size * 0.12)} C${n(x - size * 0.14)} ${n(y + size * 0.1)} ${n(x - size * 0.2)} ${n(y - size * 0.1)} ${n(x)} ${n(y - size * 0.45)}Z`,
      colours.sun,
    ) +
    rect(x - size * 0.05, y + size * 0.1, size * 0.1, size * 0.5, colours.near)
  );
}

/** A long corridor of a space station. */
export function station(canvas: Canvas): string {
  const { width, height, colours, random, defs } = canvas;
  const cx = width / 2;
  const cy = height * 0.47;
  let body =
    rect(0, 0, width, height, mix(colours.near, colours.top, 0.5)) +
    glow(canvas, cx, cy, Math.max(width, height) * 0.7, colours.mid, 0.9);
  const frames = 7;
  for (let index = 0; index < frames; index += 1) {
    const scale = 0.13 + (index / (frames - 1)) ** 1.8 * 1.25;
    const [w, h] = [width * 0.46 * scale, height * 0.46 * scale];
    const fill = mix(mix(colours.mid, colours.far, 0.5), colours.near, 0.15 + (index / frames) * 0.75);
    const cut = Math.min(w, h) * 0.34;
    const frame = (inset: number) =>
      `M${n(cx - w * inset + cut)} ${n(cy - h * inset)}H${n(cx + w * inset - cut)}L${n(cx + w * inset)} ${n(cy - h * inset + cut)}V${n(cy + h * inset - cut)}L${n(cx + w * inset - cut)} ${n(cy + h * inset)}H${n(cx - w * inset + cut)}L${n(cx - w * inset)} ${n(cy + h * inset - cut)}V${n(cy - h * inset + cut)}Z`;
    body +=
      path(frame(1.3) + frame(1), fill, 'fill-rule="evenodd"') +
      path(
        frame(1),
        "none",
        `stroke="${index % 2 ? colours.accent : mix(colours.low, colours.far, 0.5)}" stroke-width="${n(1 + scale * 4)}" opacity="${index % 2 ? 0.9 : 0.5}"`,
      );
    if (index > 1)
      for (const side of [-1, 1])
        body += rect(
          cx + side * w * 1.13 - w * 0.05,
          cy - h * 0.3,
          w * 0.1,
          h * 0.6,
          random.chance(0.6) ? colours.accent : colours.sun,
          `rx="${n(w * 0.03)}" opacity="0.75"`,
        );
  }
  body +=
    glow(canvas, cx, cy, height * 0.32, colours.sun, 0.75) +
    circle(cx, cy, height * 0.045, mix(colours.sun, "#ffffff", 0.5));
  body += polygon(
    [
      [cx - width * 0.03, cy + height * 0.06],
      [cx + width * 0.03, cy + height * 0.06],
      [cx + width * 0.45, height],
      [cx - width * 0.45, height],
    ],
    defs.linear([
      [colours.sun, 0, 0.5],
      [colours.far, 0.4, 0.3],
      [colours.near, 1, 0.6],
    ]),
  );
  return body + mist(canvas, 0.86, 0.3, colours.accent, 0.18) + particles(canvas, 40, colours.accent, 2.4, 0.7);
}
