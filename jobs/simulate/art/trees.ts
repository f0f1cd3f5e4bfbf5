import { type Canvas, circle, n, type Point, path, polygon, rect } from "./svg";

/** A conifer that stands at (x, y). */
export function pine(canvas: Canvas, x: number, y: number, height: number, fill: string, snow?: string): string {
  const { random } = canvas;
  const half = height * random.between(0.17, 0.24);
  const left: Point[] = [];
  const right: Point[] = [];
  const tiers = 6;
  for (let tier = 0; tier < tiers; tier += 1) {
    const share = (tier + 1) / tiers;
    const level = y - height * (1 - share * 0.92);
    const reach = half * share * random.between(0.85, 1.1);
    left.push([x - reach, level], [x - reach * 0.45, level - height * 0.02]);
    right.push([x + reach, level], [x + reach * 0.45, level - height * 0.02]);
  }
  const shape =
    polygon([[x, y - height], ...left, ...right.reverse()], fill) +
    rect(x - half * 0.08, y - height * 0.1, half * 0.16, height * 0.12, fill);
  if (!snow) return shape;
  return (
    shape +
    polygon([[x, y - height], ...left.slice(0, 7), [x - half * 0.05, y - height * 0.45]], snow, 'opacity="0.55"')
  );
}

/** A broad-leaved tree that stands at (x, y). */
export function leafTree(canvas: Canvas, x: number, y: number, height: number, fill: string, light: string): string {
  const { random } = canvas;
  let body = path(
    `M${n(x - height * 0.05)} ${n(y)} Q${n(x - height * 0.01)} ${n(y - height * 0.3)} ${n(x - height * 0.02)} ${n(y - height * 0.6)} L${n(x + height * 0.03)} ${n(y - height * 0.6)} Q${n(x + height * 0.02)} ${n(y - height * 0.3)} ${n(x + height * 0.06)} ${n(y)} Z`,
    fill,
  );
  for (let index = 0; index < 9; index += 1) {
    const angle = (index / 9) * 6.28;
    const cx = x + Math.cos(angle) * height * 0.2;
    const cy = y - height * 0.68 + Math.sin(angle) * height * 0.15;
    body += circle(cx, cy, height * random.between(0.12, 0.2), index % 3 === 1 ? light : fill);
  }
  return body + circle(x, y - height * 0.68, height * 0.22, fill);
}
