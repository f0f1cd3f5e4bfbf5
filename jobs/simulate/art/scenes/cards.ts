import { particles } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { drawSubject } from "@/jobs/simulate/art/subjects";
import { type Canvas, circle, glow, group, n, type Point, path, polygon, rect } from "@/jobs/simulate/art/svg";

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
