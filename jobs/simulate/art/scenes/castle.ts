import { clouds, mist, sky, stars, sun } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, glow, n, path, polygon } from "@/jobs/simulate/art/svg";
import { ridge } from "@/jobs/simulate/art/terrain";
import { pine } from "@/jobs/simulate/art/trees";
import { layer } from "./land";

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
