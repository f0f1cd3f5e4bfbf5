import { mix } from "@/jobs/simulate/art/palettes";
import { drawSubject } from "@/jobs/simulate/art/subjects";
import { type Canvas, circle, ellipse, n, path, polygon, rect } from "@/jobs/simulate/art/svg";
import type { Subject } from "@/jobs/simulate/world/concept";
import { label, pane } from "./parts";

const PLAYER_TINTS = ["#ff6b6b", "#4dd0ff", "#ffd34d", "#8dff8a"] as const;
const NAMES = ["Mira", "Otto", "June", "Kai"] as const;

/** Party games: four players, their scores and the clock. */
export function partyHud(canvas: Canvas, round: number): string {
  const { width, height, colours, random } = canvas;
  const kinds: readonly Subject[] = ["robot", "bird", "wolf", "fish", "helm", "rook"];
  let body = "";
  for (const [index, tint] of PLAYER_TINTS.entries()) {
    const x = width * (0.2 + index * 0.2 + random.between(-0.04, 0.04));
    const y = height * random.between(0.62, 0.82);
    const tall = height * random.between(0.2, 0.28);
    body +=
      ellipse(x, y, tall * 0.36, tall * 0.08, colours.near, 'opacity="0.5"') +
      drawSubject(
        kinds[(index + round) % kinds.length] ?? "robot",
        { x, y, height: tall },
        { ink: mix(tint, colours.near, 0.2), light: "#ffffff", shade: mix(tint, colours.near, 0.5) },
      ) +
      path(`M${n(x)} ${n(y - tall - 14)} l-12 -18 h24Z`, tint) +
      label(canvas, NAMES[index] ?? "", x, y - tall - 40, 28, "middle");
  }
  for (const [index, tint] of PLAYER_TINTS.entries()) {
    const x = width * (index < 2 ? 0.04 + index * 0.17 : 0.63 + (index - 2) * 0.17);
    body +=
      pane(canvas, x, 28, width * 0.155, 66, 0.75) +
      rect(x, 28, 10, 66, tint, 'rx="4"') +
      label(canvas, NAMES[index] ?? "", x + 26, 72, 32) +
      label(canvas, String(random.int(0, 99)), x + width * 0.145, 76, 48, "end", tint);
  }
  body +=
    circle(width / 2, 66, 54, colours.near, `opacity="0.85" stroke="${colours.accent}" stroke-width="5"`) +
    label(canvas, String(random.int(5, 59)), width / 2, 88, 64, "middle");
  for (let index = 0; index < 40; index += 1) {
    const [x, y] = [random.float() * width, height * random.between(0.15, 0.9)];
    body += polygon(
      [
        [x, y],
        [x + 11, y + 4],
        [x + 4, y + 12],
      ],
      random.pick(PLAYER_TINTS),
      'opacity="0.9"',
    );
  }
  return (
    body +
    label(
      canvas,
      random.pick(["ROUND 3", "SUDDEN DEATH", "DOUBLE POINTS", "LAST LAP"]),
      width / 2,
      height - 40,
      54,
      "middle",
      colours.sun,
    )
  );
}
