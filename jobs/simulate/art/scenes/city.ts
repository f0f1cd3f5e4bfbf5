import { mist, sky, stars, sun } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, circle, glow, n, path, rect } from "@/jobs/simulate/art/svg";

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
