import { clouds, shafts, sky, stars, sun } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, circle, ellipse, glow, n, type Point, path, polygon, rect } from "@/jobs/simulate/art/svg";

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
