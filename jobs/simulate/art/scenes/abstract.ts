import { particles, ridge, stars } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { drawSubject } from "@/jobs/simulate/art/subjects";
import { type Canvas, circle, ellipse, glow, group, n, type Point, path, polygon, rect } from "@/jobs/simulate/art/svg";

/** A ringed planet among stars. */
export function planet(canvas: Canvas): string {
  const { width, height, colours, random, defs } = canvas;
  const size = Math.min(width, height);
  let body = rect(
    0,
    0,
    width,
    height,
    defs.linear(
      [
        [colours.near, 0],
        [colours.top, 0.5],
        [colours.mid, 1],
      ],
      "diagonal",
    ),
  );
  for (let index = 0; index < 5; index += 1)
    body += glow(
      canvas,
      random.float() * width,
      random.float() * height,
      size * random.between(0.35, 0.7),
      random.pick([colours.mid, colours.low, colours.accent]),
      0.3,
    );
  body += stars(canvas, 240, 1.1);
  const cx = width * random.between(0.38, 0.62);
  const cy = height * 0.4;
  const radius = size * random.between(0.25, 0.33);
  const tilt = random.between(-28, 28);
  const ring = (from: number, to: number) => {
    const half = (sweep: 0 | 1, rx: number) => `A${n(rx)} ${n(rx * 0.26)} 0 0 ${sweep} `;
    return `M${n(-from)} 0${half(from === to ? 0 : 1, from)}${n(from)} 0L${n(to)} 0${half(0, to)}${n(-to)} 0Z`;
  };
  const ringFill = defs.linear(
    [
      [colours.pale, 0, 0.15],
      [colours.sun, 0.4, 0.85],
      [colours.low, 0.7, 0.7],
      [colours.pale, 1, 0.15],
    ],
    "right",
  );
  const back = path(ring(radius * 2, radius * 1.4), ringFill, 'opacity="0.8"');
  const front = group("scale(1 -1)", path(ring(radius * 2, radius * 1.4), ringFill));
  const ball = defs.radial(
    [
      [mix(colours.sun, "#ffffff", 0.25), 0],
      [colours.low, 0.35],
      [colours.far, 0.68],
      [colours.near, 1],
    ],
    [0.32, 0.3],
  );
  const clip = defs.clip(`<circle r="${n(radius)}"/>`);
  let bands = "";
  for (let index = 0; index < 9; index += 1)
    bands += ellipse(
      random.between(-0.3, 0.3) * radius,
      (index / 4.5 - 1) * radius,
      radius * 1.2,
      radius * random.between(0.02, 0.09),
      random.chance(0.5) ? colours.sun : colours.far,
      `opacity="${n(random.between(0.1, 0.35))}"`,
    );
  body += glow(canvas, cx, cy, radius * 1.9, colours.low, 0.5);
  body += group(
    `translate(${n(cx)} ${n(cy)}) rotate(${n(tilt)})`,
    `${back}${circle(0, 0, radius, ball)}<g clip-path="${clip}">${bands}</g>${front}`,
  );
  body +=
    moon(canvas, width * random.between(0.1, 0.25), height * random.between(0.12, 0.3), size * 0.05) +
    moon(canvas, width * random.between(0.75, 0.92), height * random.between(0.5, 0.68), size * 0.035);
  const ground = ridge(canvas, { base: 0.96, rise: 0.14, roughness: 0.55, fill: mix(colours.near, colours.far, 0.25) });
  return (
    body +
    glow(canvas, width / 2, height * 1.02, width * 0.5, colours.accent, 0.3) +
    ground.body +
    ridge(canvas, { base: 1.02, rise: 0.1, roughness: 0.6, fill: colours.near }).body
  );
}

function moon({ colours, defs }: Canvas, x: number, y: number, radius: number): string {
  return circle(
    x,
    y,
    radius,
    defs.radial(
      [
        [colours.pale, 0],
        [colours.far, 0.6],
        [colours.near, 1],
      ],
      [0.3, 0.3],
    ),
  );
}

/** Beams of light that meet in a circle. */
export function arena(canvas: Canvas): string {
  const { width, height, colours, random, defs } = canvas;
  const cx = width / 2;
  const cy = height * 0.46;
  const reach = Math.hypot(width, height);
  let body = rect(
    0,
    0,
    width,
    height,
    defs.radial([
      [colours.low, 0],
      [colours.mid, 0.5],
      [colours.top, 1],
    ]),
  );
  const beams = random.int(9, 16) * 2;
  for (let index = 0; index < beams; index += 2) {
    const from = (index / beams) * 6.2832 + 0.1;
    const to = from + (6.2832 / beams) * random.between(0.6, 1.3);
    const at = (angle: number): Point => [cx + Math.cos(angle) * reach, cy + Math.sin(angle) * reach];
    body += polygon([[cx, cy], at(from), at(to)], index % 4 ? colours.sun : colours.accent, 'opacity="0.2"');
  }
  body += glow(canvas, cx, cy, Math.min(width, height) * 0.6, colours.sun, 0.8);
  for (let ringIndex = 0; ringIndex < 5; ringIndex += 1) {
    const radius = Math.min(width, height) * (0.2 + ringIndex * 0.085);
    const dash = random.between(6, 60);
    body += circle(
      cx,
      cy,
      radius,
      "none",
      `stroke="${ringIndex % 2 ? colours.accent : colours.pale}" stroke-width="${n(random.between(1.5, 7))}" stroke-dasharray="${n(dash)} ${n(dash * random.between(0.2, 1))}" opacity="0.75"`,
    );
  }
  for (let index = 0; index < 34; index += 1) {
    const angle = random.float() * 6.2832;
    const distance = Math.min(width, height) * random.between(0.26, 0.75);
    const size = random.between(4, 17);
    const [x, y] = [cx + Math.cos(angle) * distance, cy + Math.sin(angle) * distance];
    body += group(
      `translate(${n(x)} ${n(y)}) rotate(${n(random.float() * 360)})`,
      polygon(
        [
          [-size, size * 0.6],
          [0, -size],
          [size, size * 0.6],
        ],
        random.pick([colours.accent, colours.sun, colours.pale]),
        'opacity="0.85"',
      ),
    );
  }
  body +=
    ellipse(cx, height * 1.02, width * 0.75, height * 0.22, colours.near) +
    ellipse(cx, height * 0.99, width * 0.5, height * 0.1, mix(colours.near, colours.mid, 0.5));
  return body + particles(canvas, 60, colours.pale, 2.6, 0.8);
}

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

/** A fan of ornate playing cards. */
export function cards(canvas: Canvas): string {
  const { width, height, colours, random, defs } = canvas;
  const cx = width / 2;
  const size = Math.min(width, height * 0.9);
  let body =
    rect(
      0,
      0,
      width,
      height,
      defs.radial([
        [colours.mid, 0],
        [colours.top, 0.7],
        [colours.near, 1],
      ]),
    ) + glow(canvas, cx, height * 0.45, size * 0.7, colours.low, 0.75);
  for (let index = 0; index < 50; index += 1) {
    const angle = (index / 50) * 6.2832;
    body += path(
      `M${n(cx + Math.cos(angle) * size * 0.46)} ${n(height * 0.45 + Math.sin(angle) * size * 0.46)}L${n(cx + Math.cos(angle) * size * 0.9)} ${n(height * 0.45 + Math.sin(angle) * size * 0.9)}`,
      "none",
      `stroke="${colours.sun}" stroke-width="1" opacity="${index % 2 ? 0.12 : 0.28}"`,
    );
  }
  const count = width > height ? 7 : 5;
  for (let index = 0; index < count; index += 1) {
    const offset = index - (count - 1) / 2;
    if (offset === 0) continue;
    body += card(canvas, {
      x: cx + offset * size * 0.17,
      y: height * 0.47 + Math.abs(offset) ** 1.7 * size * 0.03,
      tall: size * 0.5,
      turn: offset * 11,
      back: true,
    });
  }
  body += card(canvas, { x: cx, y: height * 0.45, tall: size * 0.62, turn: random.between(-3, 3), back: false });
  return body + particles(canvas, 80, colours.sun, 3, 0.9);
}

type Card = { x: number; y: number; tall: number; turn: number; back: boolean };

function card(canvas: Canvas, { x, y, tall, turn, back }: Card): string {
  const { colours, defs, subject } = canvas;
  const wide = tall * 0.64;
  const face = defs.linear(
    back
      ? [
          [mix(colours.far, colours.mid, 0.5), 0],
          [mix(colours.near, colours.mid, 0.5), 1],
        ]
      : [
          [mix(colours.mid, colours.near, 0.35), 0],
          [mix(colours.low, colours.mid, 0.4), 0.6],
          [colours.near, 1],
        ],
  );
  let body = rect(
    -wide / 2 + tall * 0.02,
    -tall / 2 + tall * 0.03,
    wide,
    tall,
    colours.near,
    `rx="${n(tall * 0.045)}" opacity="0.5"`,
  );
  body += rect(
    -wide / 2,
    -tall / 2,
    wide,
    tall,
    face,
    `rx="${n(tall * 0.045)}" stroke="${colours.sun}" stroke-width="${n(tall * 0.012)}"`,
  );
  body += rect(
    -wide * 0.43,
    -tall * 0.455,
    wide * 0.86,
    tall * 0.91,
    "none",
    `rx="${n(tall * 0.03)}" stroke="${colours.accent}" stroke-width="${n(tall * 0.005)}" opacity="0.8"`,
  );
  if (back) {
    for (let ring = 1; ring < 6; ring += 1)
      body += group(
        `rotate(${ring * 9})`,
        polygon(
          [
            [0, -tall * 0.07 * ring],
            [wide * 0.07 * ring, 0],
            [0, tall * 0.07 * ring],
            [-wide * 0.07 * ring, 0],
          ],
          "none",
          `stroke="${ring % 2 ? colours.accent : colours.sun}" stroke-width="1.3" opacity="0.65"`,
        ),
      );
  } else {
    body +=
      circle(0, -tall * 0.06, wide * 0.34, colours.sun, 'opacity="0.9"') +
      circle(0, -tall * 0.06, wide * 0.39, "none", `stroke="${colours.sun}" stroke-width="1.5" stroke-dasharray="4 5"`);
    const inks = { ink: colours.near, light: colours.accent, shade: mix(colours.near, colours.far, 0.55) };
    body +=
      subject === "none"
        ? starSign(0, -tall * 0.06, wide * 0.3, colours.near)
        : drawSubject(subject, { x: 0, y: tall * 0.19, height: tall * 0.47 }, inks);
    for (const [dx, dy] of [
      [-1, -1],
      [1, 1],
      [1, -1],
      [-1, 1],
    ] as const)
      body += starSign(dx * wide * 0.36, dy * tall * 0.4, wide * 0.05, colours.accent);
    body +=
      rect(-wide * 0.34, tall * 0.27, wide * 0.68, tall * 0.012, colours.sun) +
      rect(-wide * 0.28, tall * 0.32, wide * 0.56, tall * 0.012, colours.pale, 'opacity="0.5"') +
      rect(-wide * 0.22, tall * 0.36, wide * 0.44, tall * 0.012, colours.pale, 'opacity="0.5"');
  }
  return group(`translate(${n(x)} ${n(y)}) rotate(${n(turn)})`, body);
}

/** A star with eight points. */
export function starSign(x: number, y: number, radius: number, fill: string): string {
  const points = Array.from({ length: 16 }, (_, index): Point => {
    const reach = index % 4 === 0 ? radius : index % 2 === 0 ? radius * 0.6 : radius * 0.24;
    const angle = (index / 16) * 6.2832 - Math.PI / 2;
    return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach];
  });
  return polygon(points, fill);
}
