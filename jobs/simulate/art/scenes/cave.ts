import { particles } from "@/jobs/simulate/art/nature";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, glow, type Point, polygon, rect } from "@/jobs/simulate/art/svg";

/** A cave of glowing crystals. */
export function cave(canvas: Canvas): string {
  const { width, height, colours, random, defs } = canvas;
  let body = rect(
    0,
    0,
    width,
    height,
    defs.linear([
      [colours.near, 0],
      [colours.top, 0.4],
      [colours.mid, 0.75],
      [colours.top, 1],
    ]),
  );
  body +=
    glow(canvas, width * 0.5, height * 0.6, Math.max(width, height) * 0.5, colours.low, 0.8) +
    glow(canvas, width * 0.5, height * 0.66, height * 0.28, colours.sun, 0.6);
  for (let depth = 0; depth < 3; depth += 1) {
    const fill = mix(mix(colours.mid, colours.far, 0.6), colours.near, 0.25 + depth * 0.36);
    body += teeth(canvas, 0.3 - depth * 0.09, fill, "roof") + teeth(canvas, 0.74 + depth * 0.09, fill, "floor");
    for (let index = 0; index < 9; index += 1) {
      const side = random.chance(0.5) ? random.between(0, 0.34) : random.between(0.66, 1);
      body += crystal(canvas, side * width, height * (0.84 + depth * 0.08), height * random.between(0.07, 0.24));
    }
  }
  return body + particles(canvas, 70, colours.accent, 3.2, 0.9);
}

function teeth(canvas: Canvas, y: number, fill: string, place: "roof" | "floor"): string {
  const { width, height, random } = canvas;
  const edge = place === "roof" ? 0 : height;
  const points: Point[] = [[0, edge]];
  for (let x = 0; x <= 1.0001; x += 1 / 22) {
    const side = Math.abs(x - 0.5) * 2;
    const reach = (place === "roof" ? 1 : -1) * random.between(-0.04, 0.1) * (0.5 + side) * height;
    points.push([x * width, (y + (place === "roof" ? 0.22 : -0.1) * side * side) * height + reach]);
  }
  return polygon([...points, [width, edge]], fill);
}

function crystal(canvas: Canvas, x: number, foot: number, tall: number): string {
  const { colours, random } = canvas;
  const lean = random.between(-0.5, 0.5) * tall;
  const half = tall * random.between(0.1, 0.17);
  const tip: Point = [x + lean, foot - tall];
  const shoulder = (side: number): Point => [x + side * half + lean * 0.72, foot - tall * 0.74];
  const bright = mix(colours.accent, colours.sun, random.between(0, 0.6));
  return (
    glow(canvas, x + lean * 0.5, foot - tall * 0.5, tall * 0.75, colours.accent, 0.3) +
    polygon([[x - half, foot], shoulder(-1), tip, [x + lean * 0.72, foot - tall * 0.68], [x, foot]], bright) +
    polygon(
      [[x, foot], [x + lean * 0.72, foot - tall * 0.68], tip, shoulder(1), [x + half, foot]],
      mix(bright, colours.mid, 0.5),
    )
  );
}
