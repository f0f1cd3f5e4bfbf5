import { mix } from "@/jobs/simulate/art/palettes";
import { drawSubject } from "@/jobs/simulate/art/subjects";
import { type Canvas, circle, ellipse, glow, n, path, polygon, rect } from "@/jobs/simulate/art/svg";
import type { Subject } from "@/jobs/simulate/world/concept";
import { gauge, glyph, label, pane, slot } from "./parts";

/** Strategy, simulation and building: stock above, map and orders below, one thing chosen. */
export function commandHud(canvas: Canvas, isBattle: boolean): string {
  const { width, height, colours, random } = canvas;
  let body = isBattle ? units(canvas) : chosen(canvas);
  body +=
    rect(0, 0, width, 54, colours.near, 'opacity="0.82"') + rect(0, 54, width, 2, colours.accent, 'opacity="0.7"');
  for (let index = 0; index < 6; index += 1)
    body +=
      glyph(canvas, index, 42 + index * 146, 27, 24, colours.accent) +
      label(canvas, random.int(12, 4800).toLocaleString("en"), 66 + index * 146, 37, 29);
  body += label(
    canvas,
    random.pick(["Spring, year 4", "Turn 47", "Day 112", "14:20", "Week 9"]),
    width - 36,
    37,
    29,
    "end",
  );
  body += pane(canvas, 22, height - 214, 226, 192, 0.8) + map(canvas, 34, height - 202, 202, 168);
  body += pane(canvas, width - 372, height - 166, 350, 144, 0.8);
  for (let index = 0; index < 10; index += 1)
    body += slot(
      canvas,
      width - 358 + (index % 5) * 66,
      height - 154 + Math.floor(index / 5) * 64,
      58,
      index + random.int(0, 3),
      index === 2,
    );
  body +=
    pane(canvas, width / 2 - 190, height - 110, 400, 88, 0.8) +
    circle(width / 2 - 142, height - 66, 34, mix(colours.far, colours.low, 0.3)) +
    glyph(canvas, random.int(0, 7), width / 2 - 142, height - 66, 36) +
    label(
      canvas,
      random.pick(["Harbour master", "Third company", "Grain exchange", "Survey crew", "Outer ward"]),
      width / 2 - 94,
      height - 72,
      29,
    ) +
    gauge(canvas, width / 2 - 94, height - 58, 270, 14, random.between(0.4, 1), "#7dff9a");
  return body;
}

function map(canvas: Canvas, x: number, y: number, width: number, height: number): string {
  const { colours, random } = canvas;
  let body = rect(x, y, width, height, mix(colours.top, colours.far, 0.5), 'rx="4"');
  for (let index = 0; index < 9; index += 1)
    body += ellipse(
      x + random.between(0.15, 0.85) * width,
      y + random.between(0.2, 0.8) * height,
      random.between(12, 28),
      random.between(8, 22),
      mix(colours.accent, colours.far, random.between(0.3, 0.8)),
      'opacity="0.8"',
    );
  for (let index = 0; index < 12; index += 1)
    body += rect(
      x + random.between(0.08, 0.9) * width,
      y + random.between(0.1, 0.86) * height,
      6,
      6,
      index % 3 ? colours.sun : "#ff5d4d",
    );
  return (
    body +
    rect(x + width * 0.3, y + height * 0.3, width * 0.36, height * 0.34, "none", 'stroke="#ffffff" stroke-width="2"')
  );
}

function chosen(canvas: Canvas): string {
  const { width, height, colours } = canvas;
  const [x, y] = [width * 0.5, height * 0.5];
  return (
    glow(canvas, x, y, 150, colours.sun, 0.35) +
    polygon(
      [
        [x, y - 62],
        [x + 106, y],
        [x, y + 62],
        [x - 106, y],
      ],
      "none",
      `stroke="${colours.accent}" stroke-width="4" stroke-dasharray="16 8"`,
    ) +
    path(`M${x} ${y - 150} l-16 -26 h32Z`, colours.accent)
  );
}

function units(canvas: Canvas): string {
  const { width, height, colours, random } = canvas;
  let body = "";
  const kinds: readonly Subject[] = ["soldier", "mech", "helm", "rook", "dragon", "wolf"];
  for (let index = 0; index < 12; index += 1) {
    const isFriend = index % 2 === 0;
    const x = width * (isFriend ? random.between(0.22, 0.46) : random.between(0.54, 0.8));
    const y = height * random.between(0.32, 0.68);
    const tint = isFriend ? colours.accent : "#ff5d4d";
    body +=
      ellipse(x, y, 34, 14, "none", `stroke="${tint}" stroke-width="3"`) +
      ellipse(x, y, 30, 11, colours.near, 'opacity="0.5"') +
      drawSubject(
        random.pick(kinds),
        { x, y: y + 4, height: 70 },
        { ink: colours.near, light: tint, shade: mix(colours.near, tint, 0.45) },
      ) +
      gauge(canvas, x - 28, y - 84, 56, 8, random.between(0.3, 1), tint);
  }
  return (
    body +
    path(
      `M${n(width * 0.36)} ${n(height * 0.5)} Q${n(width * 0.5)} ${n(height * 0.34)} ${n(width * 0.62)} ${n(height * 0.46)}`,
      "none",
      `stroke="${colours.pale}" stroke-width="4" stroke-dasharray="12 10"`,
    )
  );
}
