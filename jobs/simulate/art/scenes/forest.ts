import { mist, particles, shafts } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, ellipse, glow, n, path, rect } from "@/jobs/simulate/art/svg";

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
