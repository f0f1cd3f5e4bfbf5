import { mist, particles } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, circle, ellipse, glow, n, path, polygon, rect } from "@/jobs/simulate/art/svg";

/** A vaulted stone hall lit from its far end. */
export function dungeon(canvas: Canvas): string {
  const { width, height, colours, defs } = canvas;
  const cx = width / 2;
  const vanish = height * 0.5;
  let body = rect(0, 0, width, height, colours.near);
  body += glow(canvas, cx, vanish, Math.max(width, height) * 0.6, colours.low, 0.9);
  const arches = 6;
  for (let index = 0; index < arches; index += 1) {
    const scale = 0.16 + ((index + 1) / arches) ** 1.7 * 1.05;
    const fill = mix(mix(colours.low, colours.far, 0.55 + index * 0.08), colours.near, (index / (arches - 1)) * 0.88);
    body += arch(canvas, cx, vanish, scale, fill);
    if (index === 2 || index === 4)
      for (const side of [-1, 1])
        body += torch(canvas, cx + side * width * 0.335 * scale, vanish - height * 0.02 * scale, height * 0.12 * scale);
  }
  const floor = defs.linear([
    [mix(colours.low, colours.sun, 0.4), 0, 0.75],
    [colours.far, 0.3, 0.35],
    [colours.near, 1, 0.9],
  ]);
  body += polygon(
    [
      [cx - width * 0.05, vanish + height * 0.09],
      [cx + width * 0.05, vanish + height * 0.09],
      [cx + width * 0.62, height],
      [cx - width * 0.62, height],
    ],
    floor,
  );
  for (let row = 1; row < 9; row += 1) {
    const y = vanish + height * 0.09 + height * 0.41 * (row / 9) ** 1.9;
    body += rect(0, y, width, 1.5, colours.near, 'opacity="0.4"');
  }
  for (let line = -4; line <= 4; line += 1)
    body += path(
      `M${n(cx + line * width * 0.012)} ${n(vanish + height * 0.09)}L${n(cx + line * width * 0.16)} ${n(height)}`,
      "none",
      `stroke="${colours.near}" stroke-width="1.5" opacity="0.4"`,
    );
  body +=
    ellipse(cx, vanish, width * 0.035, height * 0.1, mix(colours.sun, "#ffffff", 0.4), 'opacity="0.9"') +
    glow(canvas, cx, vanish, height * 0.3, colours.sun, 0.7);
  return body + mist(canvas, 0.72, 0.3, colours.low, 0.22) + particles(canvas, 60, colours.sun, 2.6, 0.8);
}

function arch({ width, height }: Canvas, cx: number, vanish: number, scale: number, fill: string): string {
  const half = width * 0.34 * scale;
  const outer = width * 0.47 * scale;
  const top = vanish - height * 0.34 * scale;
  const foot = vanish + height * 0.52 * scale;
  return (
    path(
      `M${n(cx - 3 * width)} ${n(-height)} H${n(cx + 3 * width)} V${n(foot)} H${n(cx + half)} V${n(vanish - height * 0.08 * scale)} C${n(cx + half)} ${n(top + height * 0.1 * scale)} ${n(cx + half * 0.5)} ${n(top)} ${n(cx)} ${n(top - height * 0.03 * scale)} C${n(cx - half * 0.5)} ${n(top)} ${n(cx - half)} ${n(top + height * 0.1 * scale)} ${n(cx - half)} ${n(vanish - height * 0.08 * scale)} V${n(foot)} H${n(cx - 3 * width)}Z`,
      fill,
    ) +
    rect(cx - outer, vanish - height * 0.1 * scale, outer - half + 4, height * 0.03 * scale, fill) +
    rect(cx + half - 4, vanish - height * 0.1 * scale, outer - half + 4, height * 0.03 * scale, fill)
  );
}

function torch(canvas: Canvas, x: number, y: number, size: number): string {
  const { colours } = canvas;
  return (
    glow(canvas, x, y, size * 1.8, colours.accent, 0.75) +
    path(
      `M${n(x)} ${n(y - size * 0.45)} C${n(x + size * 0.22)} ${n(y - size * 0.1)} ${n(x + size * 0.14)} ${n(y + size * 0.1)} ${n(x)} ${n(y + size * 0.12)} C${n(x - size * 0.14)} ${n(y + size * 0.1)} ${n(x - size * 0.2)} ${n(y - size * 0.1)} ${n(x)} ${n(y - size * 0.45)}Z`,
      colours.sun,
    ) +
    rect(x - size * 0.05, y + size * 0.1, size * 0.1, size * 0.5, colours.near)
  );
}

/** A long corridor of a space station. */
export function station(canvas: Canvas): string {
  const { width, height, colours, random, defs } = canvas;
  const cx = width / 2;
  const cy = height * 0.47;
  let body =
    rect(0, 0, width, height, mix(colours.near, colours.top, 0.5)) +
    glow(canvas, cx, cy, Math.max(width, height) * 0.7, colours.mid, 0.9);
  const frames = 7;
  for (let index = 0; index < frames; index += 1) {
    const scale = 0.13 + (index / (frames - 1)) ** 1.8 * 1.25;
    const [w, h] = [width * 0.46 * scale, height * 0.46 * scale];
    const fill = mix(mix(colours.mid, colours.far, 0.5), colours.near, 0.15 + (index / frames) * 0.75);
    const cut = Math.min(w, h) * 0.34;
    const frame = (inset: number) =>
      `M${n(cx - w * inset + cut)} ${n(cy - h * inset)}H${n(cx + w * inset - cut)}L${n(cx + w * inset)} ${n(cy - h * inset + cut)}V${n(cy + h * inset - cut)}L${n(cx + w * inset - cut)} ${n(cy + h * inset)}H${n(cx - w * inset + cut)}L${n(cx - w * inset)} ${n(cy + h * inset - cut)}V${n(cy - h * inset + cut)}Z`;
    body +=
      path(frame(1.3) + frame(1), fill, 'fill-rule="evenodd"') +
      path(
        frame(1),
        "none",
        `stroke="${index % 2 ? colours.accent : mix(colours.low, colours.far, 0.5)}" stroke-width="${n(1 + scale * 4)}" opacity="${index % 2 ? 0.9 : 0.5}"`,
      );
    if (index > 1)
      for (const side of [-1, 1])
        body += rect(
          cx + side * w * 1.13 - w * 0.05,
          cy - h * 0.3,
          w * 0.1,
          h * 0.6,
          random.chance(0.6) ? colours.accent : colours.sun,
          `rx="${n(w * 0.03)}" opacity="0.75"`,
        );
  }
  body +=
    glow(canvas, cx, cy, height * 0.32, colours.sun, 0.75) +
    circle(cx, cy, height * 0.045, mix(colours.sun, "#ffffff", 0.5));
  body += polygon(
    [
      [cx - width * 0.03, cy + height * 0.06],
      [cx + width * 0.03, cy + height * 0.06],
      [cx + width * 0.45, height],
      [cx - width * 0.45, height],
    ],
    defs.linear([
      [colours.sun, 0, 0.5],
      [colours.far, 0.4, 0.3],
      [colours.near, 1, 0.6],
    ]),
  );
  return body + mist(canvas, 0.86, 0.3, colours.accent, 0.18) + particles(canvas, 40, colours.accent, 2.4, 0.7);
}
