import { mix } from "@/jobs/simulate/art/palettes";
import { drawSubject } from "@/jobs/simulate/art/subjects";
import { type Canvas, circle, glow, n, path, polygon, rect } from "@/jobs/simulate/art/svg";
import type { Subject } from "@/jobs/simulate/world/concept";
import { gauge, label, pane, radar, slot } from "./parts";

const AIMS = [
  "Find a way across the ridge",
  "Speak to the keeper",
  "Light the second beacon",
  "Follow the old road",
  "Reach the gate before dawn",
  "Search the upper floor",
  "Bring the letter to the harbour",
  "Wait for the signal",
  "Open the sealed door",
  "Lose the pursuers",
];
const FOES: readonly Subject[] = ["skull", "wolf", "mech", "dragon", "helm"];

/** Adventure, action and role-playing: life, aim, map and tools; in a fight also a foe and the damage dealt. */
export function exploreHud(canvas: Canvas, isFight: boolean): string {
  const { width, height, colours, random } = canvas;
  let body = isFight ? foe(canvas) : prompt(canvas);
  body +=
    circle(74, 74, 42, colours.near, 'opacity="0.75"') +
    circle(74, 74, 42, "none", `stroke="${colours.accent}" stroke-width="3"`) +
    drawSubject(
      "wanderer",
      { x: 74, y: 104, height: 62 },
      { ink: colours.pale, light: colours.accent, shade: colours.low },
    );
  body +=
    gauge(canvas, 128, 48, 270, 20, isFight ? random.between(0.3, 0.6) : random.between(0.7, 1), "#e2504a") +
    gauge(canvas, 128, 76, 210, 13, random.between(0.5, 1), colours.accent) +
    gauge(canvas, 128, 96, 150, 13, random.between(0.4, 1), "#5aa7ff");
  body +=
    pane(canvas, width - 372, 36, 336, 84, 0.55) +
    polygon(
      [
        [width - 350, 62],
        [width - 340, 72],
        [width - 350, 82],
        [width - 360, 72],
      ],
      colours.accent,
    ) +
    label(canvas, random.pick(AIMS), width - 328, 80, 27) +
    label(canvas, `${random.int(60, 480)} m`, width - 328, 107, 21, "start", colours.accent);
  body += radar(canvas, width - 118, height - 118, 82);
  for (let index = 0; index < 6; index += 1)
    body += slot(canvas, width / 2 - 210 + index * 71, height - 92, 62, random.int(0, 7), index === 1);
  return body;
}

function prompt(canvas: Canvas): string {
  const { width, height, colours, random } = canvas;
  const x = width * 0.58;
  const y = height * 0.55;
  return (
    glow(canvas, x, y - 30, 70, colours.sun, 0.5) +
    pane(canvas, x - 34, y - 12, 236, 68, 0.7) +
    rect(x - 22, y, 44, 44, colours.pale, 'rx="8"') +
    label(canvas, "E", x, y + 34, 34, "middle", colours.near) +
    label(canvas, random.pick(["Look closer", "Talk", "Pick up", "Climb", "Listen"]), x + 34, y + 33, 30)
  );
}

function foe(canvas: Canvas): string {
  const { width, height, colours, random } = canvas;
  const kind = random.pick(FOES.filter((candidate) => candidate !== canvas.subject));
  const x = width * 0.7;
  const tall = height * random.between(0.36, 0.5);
  const y = height * 0.84;
  let body =
    glow(canvas, x, y - tall / 2, tall, "#ff5d4d", 0.4) +
    drawSubject(
      kind,
      { x, y, height: tall },
      { ink: colours.near, light: "#ff6b57", shade: mix(colours.near, "#ff5d4d", 0.3) },
    );
  body +=
    gauge(canvas, x - 110, y - tall - 40, 220, 16, random.between(0.25, 0.8), "#ff5d4d") +
    label(
      canvas,
      random.pick(["Warden", "The Bailiff", "Old Teeth", "Revenant", "Sentinel"]),
      x,
      y - tall - 50,
      26,
      "middle",
    );
  body += path(
    `M${n(x - tall * 0.7)} ${n(y - tall * 0.2)} Q${n(x - tall * 0.1)} ${n(y - tall * 1.05)} ${n(x + tall * 0.5)} ${n(y - tall * 0.75)} Q${n(x - tall * 0.05)} ${n(y - tall * 0.85)} ${n(x - tall * 0.7)} ${n(y - tall * 0.2)}Z`,
    colours.pale,
    'opacity="0.85"',
  );
  for (let hit = 0; hit < 3; hit += 1)
    body += label(
      canvas,
      String(random.int(18, 240)),
      x + random.between(-90, 90),
      y - tall * random.between(0.4, 0.95),
      random.int(30, 52),
      "middle",
      hit === 0 ? colours.sun : "#ffffff",
    );
  return body;
}
