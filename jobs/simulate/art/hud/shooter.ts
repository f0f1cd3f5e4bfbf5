import { mix } from "@/jobs/simulate/art/palettes";
import { drawSubject } from "@/jobs/simulate/art/subjects";
import { type Canvas, circle, ellipse, glow, n, path, polygon, rect } from "@/jobs/simulate/art/svg";
import { gauge, glyph, label, radar } from "./parts";

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
