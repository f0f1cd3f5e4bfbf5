import { particles } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, circle, ellipse, glow, group, n, type Point, polygon, rect } from "@/jobs/simulate/art/svg";

/** Beams of light that meet in a circle. */
export function arena(canvas: Canvas): string {
  const { width, height, colours, random, defs } = canvas;
  const cx = width / 2;
  const cy = height * 0.46;
  const reach = Math.hypot(width, height);
  let body = rect(
    0,
    0,
    width,
    height,
    defs.radial([
      [colours.low, 0],
      [colours.mid, 0.5],
      [colours.top, 1],
    ]),
  );
  const beams = random.int(9, 16) * 2;
  for (let index = 0; index < beams; index += 2) {
    const from = (index / beams) * 6.2832 + 0.1;
    const to = from + (6.2832 / beams) * random.between(0.6, 1.3);
    const at = (angle: number): Point => [cx + Math.cos(angle) * reach, cy + Math.sin(angle) * reach];
    body += polygon([[cx, cy], at(from), at(to)], index % 4 ? colours.sun : colours.accent, 'opacity="0.2"');
  }
  body += glow(canvas, cx, cy, Math.min(width, height) * 0.6, colours.sun, 0.8);
  for (let ringIndex = 0; ringIndex < 5; ringIndex += 1) {
    const radius = Math.min(width, height) * (0.2 + ringIndex * 0.085);
    const dash = random.between(6, 60);
    body += circle(
      cx,
      cy,
      radius,
      "none",
      `stroke="${ringIndex % 2 ? colours.accent : colours.pale}" stroke-width="${n(random.between(1.5, 7))}" stroke-dasharray="${n(dash)} ${n(dash * random.between(0.2, 1))}" opacity="0.75"`,
    );
  }
  for (let index = 0; index < 34; index += 1) {
    const angle = random.float() * 6.2832;
    const distance = Math.min(width, height) * random.between(0.26, 0.75);
    const size = random.between(4, 17);
    const [x, y] = [cx + Math.cos(angle) * distance, cy + Math.sin(angle) * distance];
    body += group(
      `translate(${n(x)} ${n(y)}) rotate(${n(random.float() * 360)})`,
      polygon(
        [
          [-size, size * 0.6],
          [0, -size],
          [size, size * 0.6],
        ],
        random.pick([colours.accent, colours.sun, colours.pale]),
        'opacity="0.85"',
      ),
    );
  }
  body +=
    ellipse(cx, height * 1.02, width * 0.75, height * 0.22, colours.near) +
    ellipse(cx, height * 0.99, width * 0.5, height * 0.1, mix(colours.near, colours.mid, 0.5));
  return body + particles(canvas, 60, colours.pale, 2.6, 0.8);
}
