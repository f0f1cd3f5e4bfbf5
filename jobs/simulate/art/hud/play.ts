import { mix } from "@/jobs/simulate/art/palettes";
import { drawSubject } from "@/jobs/simulate/art/subjects";
import { type Canvas, circle, ellipse, glow, n, path, polygon, rect } from "@/jobs/simulate/art/svg";
import type { Subject } from "@/jobs/simulate/world/concept";
import { gauge, glyph, label, pane, radar, slot } from "./parts";

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

/** Shooters: sights, weapon, ammunition, compass, squad and what just happened. */
export function shooterHud(canvas: Canvas, isFight: boolean): string {
  const { width, height, colours, random } = canvas;
  const [cx, cy] = [width / 2, height / 2];
  let body = isFight ? targets(canvas) : "";
  body += weapon(canvas, isFight);
  body +=
    path(
      `M${cx - 30} ${cy}H${cx - 10}M${cx + 10} ${cy}H${cx + 30}M${cx} ${cy - 30}V${cy - 10}M${cx} ${cy + 10}V${cy + 30}`,
      "none",
      `stroke="#ffffff" stroke-width="3"`,
    ) + circle(cx, cy, 2.4, colours.accent);
  body += rect(cx - 240, 30, 480, 34, colours.near, 'opacity="0.5" rx="4"');
  for (let tick = 0; tick < 25; tick += 1)
    body += rect(cx - 228 + tick * 19, tick % 4 ? 46 : 38, 2, tick % 4 ? 10 : 18, colours.pale, 'opacity="0.7"');
  for (const [index, mark] of ["NW", "N", "NE"].entries())
    body += label(canvas, mark, cx - 150 + index * 150, 58, 26, "middle", index === 1 ? colours.accent : colours.pale);
  body +=
    label(canvas, String(random.int(4, 30)), width - 120, height - 58, 76, "end") +
    label(canvas, `/ ${random.int(60, 240)}`, width - 108, height - 58, 36, "start", colours.accent) +
    label(
      canvas,
      random.pick(["AR-9 COURIER", "BREACHER 12", "LONGWATCH", "VESPER SMG"]),
      width - 40,
      height - 32,
      22,
      "end",
    );
  body +=
    glyph(canvas, 7, 62, height - 62, 40, "#7dff9a") +
    gauge(canvas, 96, height - 74, 260, 20, random.between(0.35, 1), "#7dff9a") +
    gauge(canvas, 96, height - 48, 200, 11, random.between(0.2, 1), colours.accent);
  body += radar(canvas, 118, 128, 82);
  for (let line = 0; line < 3; line += 1) {
    const y = 40 + line * 34;
    body +=
      rect(width - 330, y, 296, 28, colours.near, 'opacity="0.5" rx="4"') +
      label(
        canvas,
        random.pick(["Kestrel", "Moth", "Ada", "Juno", "Brick"]),
        width - 318,
        y + 22,
        23,
        "start",
        colours.accent,
      ) +
      glyph(canvas, 2, width - 178, y + 14, 18) +
      label(
        canvas,
        random.pick(["Vandal_3", "Nine", "Oslo", "Quill", "Ferro"]),
        width - 46,
        y + 22,
        23,
        "end",
        "#ff8277",
      );
  }
  return body;
}

function targets(canvas: Canvas): string {
  const { width, height, colours, random } = canvas;
  let body = "";
  for (let index = 0; index < 4; index += 1) {
    const tall = height * random.between(0.16, 0.3);
    const x = width * (0.24 + index * 0.17 + random.between(-0.03, 0.03));
    body += drawSubject(
      index === 3 && random.chance(0.4) ? "mech" : "soldier",
      { x, y: height * 0.72 + tall * 0.2, height: tall },
      { ink: colours.near, light: "#ff5d4d", shade: mix(colours.near, colours.low, 0.4) },
    );
    if (index % 2)
      body += gauge(canvas, x - 36, height * 0.72 - tall * 0.95, 72, 8, random.between(0.3, 0.9), "#ff5d4d");
  }
  for (let ray = 0; ray < 3; ray += 1) {
    const y = height * random.between(0.5, 0.66);
    body += path(
      `M${n(width * 0.66)} ${n(height * 0.72)}L${n(width * random.between(0.2, 0.55))} ${n(y)}`,
      "none",
      `stroke="${colours.sun}" stroke-width="3" opacity="0.8"`,
    );
  }
  return body;
}

function weapon(canvas: Canvas, isFiring: boolean): string {
  const { width, height, colours, defs } = canvas;
  const metal = defs.linear([
    [mix(colours.far, colours.pale, 0.25), 0],
    [mix(colours.near, colours.far, 0.4), 0.35],
    [colours.near, 1],
  ]);
  const x = width * 0.62;
  const y = height * 0.72;
  let body = isFiring ? glow(canvas, x + 6, y - 4, 190, colours.sun, 0.95) : "";
  body += polygon(
    [
      [x, y - 8],
      [x + 24, y - 26],
      [x + 330, height * 0.86],
      [x + 520, height * 1.02],
      [x + 260, height * 1.05],
      [x + 200, height * 0.94],
      [x + 20, y + 24],
    ],
    metal,
  );
  body +=
    polygon(
      [
        [x + 70, y - 4],
        [x + 92, y - 38],
        [x + 130, y - 30],
        [x + 190, y + 40],
        [x + 160, y + 60],
      ],
      mix(colours.near, colours.far, 0.25),
    ) +
    polygon(
      [
        [x + 190, height * 0.93],
        [x + 250, height * 0.99],
        [x + 210, height * 1.1],
        [x + 120, height * 1.1],
      ],
      colours.near,
    );
  body +=
    path(
      `M${n(x + 30)} ${n(y + 2)} L${n(x + 320)} ${n(height * 0.9)}`,
      "none",
      `stroke="${colours.accent}" stroke-width="3" opacity="0.75"`,
    ) + ellipse(x + 8, y + 8, 9, 15, colours.near);
  return body;
}

/** Driving: speed, place, lap and the course. */
export function driveHud(canvas: Canvas): string {
  const { width, height, colours, random } = canvas;
  const [x, y] = [width - 160, height - 130];
  let body = circle(x, y, 108, colours.near, 'opacity="0.7"');
  for (let tick = 0; tick < 28; tick += 1) {
    const angle = 2.36 + (tick / 27) * 4.71;
    const isOn = tick < 19;
    body += path(
      `M${n(x + Math.cos(angle) * 84)} ${n(y + Math.sin(angle) * 84)}L${n(x + Math.cos(angle) * 102)} ${n(y + Math.sin(angle) * 102)}`,
      "none",
      `stroke="${isOn ? (tick > 15 ? "#ff5d4d" : colours.accent) : colours.pale}" stroke-width="5" opacity="${isOn ? 1 : 0.3}"`,
    );
  }
  body +=
    label(canvas, String(random.int(88, 263)), x, y + 24, 78, "middle") +
    label(canvas, "km/h", x, y + 58, 26, "middle", colours.accent);
  body +=
    label(canvas, `${random.int(1, 4)}`, 60, 116, 110, "start", colours.sun) +
    label(canvas, "/ 12", 116, 116, 46) +
    label(canvas, `LAP ${random.int(1, 2)} / 3`, 60, 158, 32, "start", colours.accent) +
    label(canvas, `1:${random.int(10, 49)}.${random.int(100, 999)}`, width - 60, 84, 52, "end");
  return (
    body +
    path(
      `M70 ${height - 70} q-20 -90 60 -110 q90 -20 110 40 q10 60 -60 50 q-50 10 -70 40 q-20 10 -40 -20Z`,
      "none",
      `stroke="${colours.pale}" stroke-width="6" opacity="0.85" stroke-linejoin="round"`,
    ) +
    circle(130, height - 180, 9, colours.accent) +
    circle(214, height - 120, 7, "#ff5d4d")
  );
}
