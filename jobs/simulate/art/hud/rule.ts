import { mix } from "@/jobs/simulate/art/palettes";
import { starSign } from "@/jobs/simulate/art/scenes/abstract";
import { drawSubject } from "@/jobs/simulate/art/subjects";
import { type Canvas, circle, ellipse, glow, group, n, path, polygon, rect } from "@/jobs/simulate/art/svg";
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

/** Card games: a table, the opponent's row, one's own row and a hand. */
export function cardTable(canvas: Canvas, turn: number): string {
  const { width, height, colours, random, defs } = canvas;
  let body =
    rect(0, 0, width, height, colours.near, 'opacity="0.55"') +
    ellipse(
      width / 2,
      height * 0.52,
      width * 0.47,
      height * 0.34,
      defs.radial([
        [mix(colours.mid, colours.far, 0.5), 0],
        [mix(colours.mid, colours.near, 0.6), 1],
      ]),
    ) +
    ellipse(
      width / 2,
      height * 0.52,
      width * 0.47,
      height * 0.34,
      "none",
      `stroke="${colours.sun}" stroke-width="3" opacity="0.6"`,
    );
  for (let index = 0; index < 3 + turn; index += 1)
    body += playedCard(canvas, width * (0.33 + index * 0.115), height * 0.32, 126, 0);
  for (let index = 0; index < 4; index += 1)
    body += playedCard(canvas, width * (0.32 + index * 0.12), height * 0.57, 140, 0);
  const hand = 5 + (turn % 2);
  for (let index = 0; index < hand; index += 1) {
    const offset = index - (hand - 1) / 2;
    body += playedCard(
      canvas,
      width / 2 + offset * 112,
      height * (index === 2 ? 0.84 : 0.93) + Math.abs(offset) * 13,
      210,
      offset * 5,
    );
  }
  body += portrait(canvas, 96, 92, random.int(8, 30)) + portrait(canvas, 96, height - 96, random.int(8, 30));
  for (let gem = 0; gem < 8; gem += 1)
    body += polygon(
      [
        [width - 60, height - 90 - gem * 40],
        [width - 46, height - 74 - gem * 40],
        [width - 60, height - 58 - gem * 40],
        [width - 74, height - 74 - gem * 40],
      ],
      gem < 5 ? colours.accent : colours.near,
      `stroke="${colours.pale}" stroke-width="1.5"`,
    );
  return (
    body +
    rect(width - 210, height * 0.48, 150, 54, colours.accent, 'rx="27"') +
    label(canvas, "End turn", width - 135, height * 0.48 + 38, 32, "middle", colours.near)
  );
}

const MOTIFS: readonly Subject[] = [
  "skull",
  "crown",
  "bird",
  "sword",
  "key",
  "rook",
  "wolf",
  "ship",
  "fish",
  "tree",
  "stag",
  "dragon",
];

function playedCard(canvas: Canvas, x: number, y: number, tall: number, turn: number): string {
  const { colours, random, defs } = canvas;
  const wide = tall * 0.7;
  const tint = random.pick([colours.low, colours.accent, colours.far, colours.sun]);
  const face = defs.linear([
    [mix(tint, colours.pale, 0.25), 0],
    [mix(tint, colours.near, 0.5), 1],
  ]);
  let body =
    rect(-wide / 2 + 4, -tall / 2 + 7, wide, tall, colours.near, 'rx="9" opacity="0.5"') +
    rect(
      -wide / 2,
      -tall / 2,
      wide,
      tall,
      mix(colours.near, colours.pale, 0.14),
      `rx="9" stroke="${colours.sun}" stroke-width="2"`,
    ) +
    rect(-wide * 0.42, -tall * 0.4, wide * 0.84, tall * 0.5, face, 'rx="5"');
  body += drawSubject(
    random.pick(MOTIFS),
    { x: 0, y: tall * 0.08, height: tall * 0.42 },
    { ink: colours.near, light: colours.pale, shade: mix(colours.near, tint, 0.35) },
  );
  body +=
    circle(-wide * 0.42, -tall * 0.44, tall * 0.085, colours.accent) +
    label(canvas, String(random.int(1, 9)), -wide * 0.42, -tall * 0.395, tall * 0.14, "middle", colours.near) +
    starSign(wide * 0.38, tall * 0.41, tall * 0.06, colours.sun);
  for (let line = 0; line < 3; line += 1)
    body += rect(
      -wide * 0.36,
      tall * (0.18 + line * 0.075),
      wide * (0.72 - line * 0.12),
      tall * 0.025,
      colours.pale,
      'opacity="0.5"',
    );
  return group(`translate(${n(x)} ${n(y)}) rotate(${n(turn)})`, body);
}

function portrait(canvas: Canvas, x: number, y: number, life: number): string {
  const { colours, random } = canvas;
  return (
    circle(x, y, 58, mix(colours.mid, colours.near, 0.3), `stroke="${colours.sun}" stroke-width="4"`) +
    drawSubject(
      random.pick(["wanderer", "helm", "skull", "robot", "crown"]),
      { x, y: y + 42, height: 82 },
      { ink: colours.near, light: colours.accent, shade: colours.low },
    ) +
    circle(x + 44, y + 40, 24, "#d8423d", 'stroke="#ffffff" stroke-width="2"') +
    label(canvas, String(life), x + 44, y + 52, 34, "middle", "#ffffff")
  );
}

/** Puzzles: a board of pieces, moves and time. */
export function puzzleBoard(canvas: Canvas, level: number): string {
  const { width, height, colours, random } = canvas;
  const cells = 6 + level;
  const size = (height * 0.76) / cells;
  const left = width / 2 - (cells * size) / 2;
  const top = height * 0.13;
  const tints = [
    colours.accent,
    colours.sun,
    mix(colours.low, colours.pale, 0.2),
    mix(colours.far, colours.pale, 0.35),
    "#ff7a6b",
  ];
  let body =
    rect(left - 22, top - 22, cells * size + 44, cells * size + 44, colours.near, 'rx="22" opacity="0.78"') +
    rect(
      left - 22,
      top - 22,
      cells * size + 44,
      cells * size + 44,
      "none",
      `rx="22" stroke="${colours.pale}" stroke-width="2" opacity="0.4"`,
    );
  for (let row = 0; row < cells; row += 1) {
    for (let column = 0; column < cells; column += 1) {
      const [x, y] = [left + column * size, top + row * size];
      body += rect(x + 2, y + 2, size - 4, size - 4, mix(colours.near, colours.far, 0.45), 'rx="8"');
      if (random.chance(0.66))
        body += piece(canvas, x + size / 2, y + size / 2, size * 0.34, random.pick(tints), random.int(0, 4));
    }
  }
  const [cx, cy] = [left + size * (cells / 2), top + size * (cells / 2 - 0.5)];
  body += path(
    `M${n(cx - size * 2)} ${n(cy + size)} H${n(cx)} V${n(cy - size)} H${n(cx + size * 2)}`,
    "none",
    `stroke="#ffffff" stroke-width="5" stroke-linejoin="round" stroke-linecap="round" stroke-dasharray="2 12"`,
  );
  return (
    body +
    label(canvas, `${10 + level * 23}`, left - 74, top + 60, 84, "end") +
    label(canvas, "moves", left - 74, top + 94, 30, "end", colours.accent) +
    label(canvas, `${random.int(1, 4)}:${random.int(10, 59)}`, left + cells * size + 74, top + 60, 84) +
    label(canvas, "time", left + cells * size + 74, top + 94, 30, "start", colours.accent) +
    glyph(canvas, 6, left - 104, height - 120, 56, colours.sun) +
    glyph(canvas, 7, left + cells * size + 104, height - 120, 56)
  );
}

function piece(canvas: Canvas, x: number, y: number, size: number, fill: string, shape: number): string {
  const dark = mix(fill, canvas.colours.near, 0.35);
  if (shape === 0)
    return (
      circle(x, y + 3, size, dark) +
      circle(x, y, size, fill) +
      circle(x - size * 0.3, y - size * 0.3, size * 0.25, "#ffffff", 'opacity="0.6"')
    );
  if (shape === 1)
    return (
      rect(x - size, y - size + 4, size * 2, size * 2, dark, 'rx="7"') +
      rect(x - size, y - size, size * 2, size * 2, fill, 'rx="7"') +
      rect(x - size * 0.7, y - size * 0.75, size * 0.9, size * 0.25, "#ffffff", 'opacity="0.5" rx="3"')
    );
  if (shape === 2)
    return (
      polygon(
        [
          [x, y - size + 4],
          [x + size, y + 4],
          [x, y + size + 4],
          [x - size, y + 4],
        ],
        dark,
      ) +
      polygon(
        [
          [x, y - size],
          [x + size, y],
          [x, y + size],
          [x - size, y],
        ],
        fill,
      ) +
      polygon(
        [
          [x, y - size],
          [x + size, y],
          [x, y],
        ],
        "#ffffff",
        'opacity="0.3"',
      )
    );
  if (shape === 3) return starSign(x, y + 3, size * 1.15, dark) + starSign(x, y, size * 1.15, fill);
  return (
    polygon(
      [
        [x, y - size],
        [x + size, y + size * 0.8],
        [x - size, y + size * 0.8],
      ],
      fill,
    ) +
    polygon(
      [
        [x, y - size],
        [x + size, y + size * 0.8],
        [x, y + size * 0.4],
      ],
      dark,
    )
  );
}
