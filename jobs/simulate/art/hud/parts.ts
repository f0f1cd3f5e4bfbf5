import { text } from "@/jobs/simulate/art/lettering";
import { mix } from "@/jobs/simulate/art/palettes";
import { type Canvas, circle, group, n, type Point, path, polygon, rect } from "@/jobs/simulate/art/svg";

/** Text of a game's display. */
export function label(
  canvas: Canvas,
  line: string,
  x: number,
  y: number,
  size: number,
  anchor: "start" | "middle" | "end" = "start",
  fill?: string,
): string {
  return text(line, x, y, { face: "teko", size, fill: fill ?? canvas.colours.pale, anchor, spacing: 0.03 });
}

/** A dark pane with a thin edge. */
export function pane(canvas: Canvas, x: number, y: number, width: number, height: number, opacity = 0.66): string {
  const { colours } = canvas;
  return (
    rect(x, y, width, height, colours.near, `rx="8" opacity="${opacity}"`) +
    rect(x, y, width, height, "none", `rx="8" stroke="${colours.pale}" stroke-width="1.2" opacity="0.25"`)
  );
}

/** A gauge that is filled to a share. */
export function gauge(
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  height: number,
  share: number,
  fill: string,
): string {
  const { colours, defs } = canvas;
  const shine = defs.linear([
    [mix(fill, "#ffffff", 0.3), 0],
    [fill, 1],
  ]);
  return (
    rect(x, y, width, height, colours.near, `rx="${n(height / 2)}" opacity="0.75"`) +
    rect(x + 2, y + 2, (width - 4) * share, height - 4, shine, `rx="${n(height / 2 - 2)}"`)
  );
}

/** A round map of the surroundings. */
export function radar(canvas: Canvas, x: number, y: number, radius: number): string {
  const { colours, random } = canvas;
  let body =
    circle(x, y, radius, colours.near, 'opacity="0.72"') +
    circle(x, y, radius, "none", `stroke="${colours.pale}" stroke-width="2" opacity="0.6"`);
  const shape: Point[] = Array.from({ length: 9 }, (_, index) => {
    const angle = (index / 9) * 6.2832;
    const reach = radius * random.between(0.4, 0.88);
    return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach];
  });
  body +=
    polygon(shape, mix(colours.far, colours.low, 0.3), 'opacity="0.6"') +
    path(
      `M${n(x - radius * 0.7)} ${n(y + radius * 0.3)} Q${n(x)} ${n(y - radius * 0.2)} ${n(x + radius * 0.75)} ${n(y - radius * 0.35)}`,
      "none",
      `stroke="${colours.sun}" stroke-width="3" opacity="0.6"`,
    );
  for (let dot = 0; dot < 5; dot += 1)
    body += circle(
      x + random.between(-0.6, 0.6) * radius,
      y + random.between(-0.6, 0.6) * radius,
      4,
      dot < 2 ? "#ff5d5d" : colours.accent,
    );
  return (
    body +
    polygon(
      [
        [x, y - 9],
        [x + 7, y + 7],
        [x, y + 3],
        [x - 7, y + 7],
      ],
      "#ffffff",
    )
  );
}

const GLYPHS: readonly string[] = [
  "M-8 8 L6 -6 M2 -10 L10 -2 M-10 2 L-2 10",
  "M0 -10 L9 -3 L6 9 L-6 9 L-9 -3Z",
  "M-3 -10 H3 V-4 L8 8 H-8 L-3 -4Z",
  "M0 -10 C10 0 6 10 0 10 C-6 10 -10 0 0 -10Z",
  "M-9 -2 H9 V9 H-9Z M-5 -2 V-7 Q0 -12 5 -7 V-2",
  "M-10 6 Q0 -16 10 6 M0 -6 V10",
  "M0 -10 L3 -3 L10 -3 L4 2 L7 10 L0 5 L-7 10 L-4 2 L-10 -3 L-3 -3Z",
  "M-9 0 A9 9 0 1 1 9 0 A9 9 0 1 1 -9 0 M-4 0 H4 M0 -4 V4",
];

/** One of a set of small line drawings. */
export function glyph(canvas: Canvas, index: number, x: number, y: number, size: number, stroke?: string): string {
  const d = GLYPHS[Math.abs(index) % GLYPHS.length] ?? "";
  return group(
    `translate(${n(x)} ${n(y)}) scale(${n(size / 20)})`,
    path(
      d,
      "none",
      `stroke="${stroke ?? canvas.colours.pale}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"`,
    ),
  );
}

/** A square with a drawing in it, as in a row of tools. */
export function slot(canvas: Canvas, x: number, y: number, size: number, index: number, isActive = false): string {
  const { colours } = canvas;
  return (
    rect(x, y, size, size, colours.near, 'rx="6" opacity="0.72"') +
    rect(
      x,
      y,
      size,
      size,
      "none",
      `rx="6" stroke="${isActive ? colours.accent : colours.pale}" stroke-width="${isActive ? 3 : 1.2}" opacity="${isActive ? 1 : 0.35}"`,
    ) +
    glyph(canvas, index, x + size / 2, y + size / 2, size * 0.62, isActive ? colours.accent : colours.pale)
  );
}
