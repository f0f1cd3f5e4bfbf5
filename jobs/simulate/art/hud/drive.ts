import { type Canvas, circle, n, path } from "@/jobs/simulate/art/svg";
import { label } from "./parts";

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
