import { stars } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, circle, ellipse, glow, group, n, path, rect } from "@/jobs/simulate/art/svg";
import { ridge } from "@/jobs/simulate/art/terrain";

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
