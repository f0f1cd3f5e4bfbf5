import { clouds, mist, particles, sky, stars, sun } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, n, path } from "@/jobs/simulate/art/svg";
import { hills, ridge } from "@/jobs/simulate/art/terrain";
import { pine } from "@/jobs/simulate/art/trees";

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
      [colours.accent, 0.6, 0.5],
      [mix(colours.accent, "#7dffb0", 0.5), 0.85, 0.45],
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
