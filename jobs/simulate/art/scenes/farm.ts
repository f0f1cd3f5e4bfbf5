import { clouds, mist, sky, sun } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, ellipse, n, type Point, polygon } from "@/jobs/simulate/art/svg";
import { hills, ridge } from "@/jobs/simulate/art/terrain";
import { leafTree } from "@/jobs/simulate/art/trees";
import { layer } from "./land";

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
