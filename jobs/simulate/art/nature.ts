import { mix } from "./palettes";
import { type Canvas, circle, ellipse, glow, n, polygon, rect } from "./svg";

/** The sky from top to horizon over the whole picture. */
export function sky(canvas: Canvas, horizon = 0.75): string {
  const { width, height, colours, defs } = canvas;
  const fill = defs.linear([
    [colours.top, 0],
    [colours.mid, horizon * 0.55],
    [colours.low, horizon],
    [mix(colours.low, colours.sun, 0.4), 1],
  ]);
  return rect(0, 0, width, height, fill);
}

/** Small stars in the upper part. */
export function stars(canvas: Canvas, count: number, depth = 0.7): string {
  const { width, height, colours, random } = canvas;
  let body = "";
  for (let index = 0; index < count; index += 1) {
    const y = random.float() ** 1.4 * height * depth;
    const size = random.float() ** 4 * 2.2 + 0.5;
    const opacity = (1 - y / (height * depth)) * random.between(0.4, 1);
    body += circle(random.float() * width, y, (size * height) / 900, colours.pale, `opacity="${n(opacity)}"`);
  }
  return body;
}

/** Sun or moon with its halo. */
export function sun(canvas: Canvas, x: number, y: number, radius: number): string {
  const { colours, defs } = canvas;
  const disc = defs.linear([
    [mix(colours.sun, "#ffffff", 0.35), 0],
    [colours.sun, 0.6],
    [mix(colours.sun, colours.low, 0.6), 1],
  ]);
  return glow(canvas, x, y, radius * 4.6, colours.sun, 0.55) + circle(x, y, radius, disc);
}

/** Flat bands of cloud. */
export function clouds(
  canvas: Canvas,
  count: number,
  top: number,
  bottom: number,
  colour: string,
  opacity = 0.35,
): string {
  const { width, height, random, defs } = canvas;
  let body = "";
  for (let index = 0; index < count; index += 1) {
    const y = random.between(top, bottom) * height;
    const x = random.float() * width;
    const rx = random.between(0.12, 0.38) * width;
    const fill = defs.radial([
      [colour, 0, opacity * random.between(0.6, 1)],
      [colour, 0.7, opacity * 0.35],
      [colour, 1, 0],
    ]);
    body += ellipse(x, y, rx, rx * random.between(0.05, 0.11), fill);
    body += ellipse(x + rx * 0.3, y - rx * 0.04, rx * 0.5, rx * 0.07, fill);
  }
  return body;
}

/** Mist that lies on the ground at a height. */
export function mist(canvas: Canvas, y: number, thickness: number, colour: string, opacity = 0.55): string {
  const { width, height, defs } = canvas;
  const fill = defs.linear([
    [colour, 0, 0],
    [colour, 0.7, opacity],
    [colour, 1, 0],
  ]);
  return rect(0, (y - thickness / 2) * height, width, thickness * height, fill);
}

/** Soft particles: snow, embers, dust or bubbles. */
export function particles(canvas: Canvas, count: number, colour: string, size = 2.4, opacity = 0.8): string {
  const { width, height, random } = canvas;
  let body = "";
  for (let index = 0; index < count; index += 1) {
    const radius = (random.float() ** 2 * size + 0.6) * (height / 800);
    body += circle(
      random.float() * width,
      random.float() * height,
      radius,
      colour,
      `opacity="${n(random.between(0.2, opacity))}"`,
    );
  }
  return body;
}

/** Slanted beams of light from above. */
export function shafts(canvas: Canvas, count: number, colour: string, opacity = 0.22): string {
  const { width, height, random, defs } = canvas;
  const fill = defs.linear([
    [colour, 0, opacity],
    [colour, 1, 0],
  ]);
  let body = "";
  for (let index = 0; index < count; index += 1) {
    const x = random.between(0.05, 1) * width;
    const spread = random.between(0.03, 0.1) * width;
    const slant = random.between(0.1, 0.3) * width;
    body += polygon(
      [
        [x, 0],
        [x + spread, 0],
        [x + spread * 1.8 - slant, height * 0.95],
        [x - slant - spread, height * 0.95],
      ],
      fill,
    );
  }
  return body;
}
