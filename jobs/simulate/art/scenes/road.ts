import { particles, sky, stars } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, circle, glow, n, path, polygon, rect } from "@/jobs/simulate/art/svg";
import { ridge } from "@/jobs/simulate/art/terrain";

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
    const half = Math.sqrt(Math.max(0, radius ** 2 - (y - horizon + radius * 0.6) ** 2));
    body += rect(
      cx - half,
      y,
      half * 2,
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
