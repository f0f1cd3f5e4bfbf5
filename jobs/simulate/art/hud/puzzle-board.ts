import { mix } from "@/jobs/simulate/art/palettes";
import { starSign } from "@/jobs/simulate/art/scenes/cards";
import { type Canvas, circle, n, path, polygon, rect } from "@/jobs/simulate/art/svg";
import { glyph, label } from "./parts";

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
