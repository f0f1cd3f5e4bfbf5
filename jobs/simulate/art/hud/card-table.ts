import { mix } from "@/jobs/simulate/art/palettes";
import { starSign } from "@/jobs/simulate/art/scenes/cards";
import { drawSubject } from "@/jobs/simulate/art/subjects";
import { type Canvas, circle, ellipse, group, n, polygon, rect } from "@/jobs/simulate/art/svg";
import type { Subject } from "@/jobs/simulate/world/concept";
import { label } from "./parts";

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
