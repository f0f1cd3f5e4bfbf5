import { mix } from "@/jobs/simulate/art/palettes";
import { drawSubject } from "@/jobs/simulate/art/subjects";
import { type Canvas, circle, ellipse, n, path, rect } from "@/jobs/simulate/art/svg";
import { gauge, glyph, label, pane, slot } from "./parts";

const ITEMS = ["Rope", "Lantern", "Old map", "Silver key", "Dried fish", "Field kit", "Brass lens", "Signal flare"];

/** A status display over the darkened game: things carried, or a map with places. */
export function menuOverlay(canvas: Canvas, kind: "pack" | "map" | "skills"): string {
  const { width, height, colours } = canvas;
  const dim = rect(0, 0, width, height, colours.near, 'opacity="0.62"');
  const tabs = ["Pack", "Map", "Skills", "Journal"].map((tab, index) => {
    const isOn = tab.toLowerCase() === kind;
    return (
      label(canvas, tab, width * 0.29 + index * 180, 84, 42, "middle", isOn ? colours.accent : colours.pale) +
      (isOn ? rect(width * 0.29 + index * 180 - 50, 96, 100, 4, colours.accent) : "")
    );
  });
  const page = kind === "pack" ? packPage(canvas) : kind === "map" ? mapPage(canvas) : skillPage(canvas);
  return dim + tabs.join("") + page;
}

function packPage(canvas: Canvas): string {
  const { width, height, colours, random, subject } = canvas;
  let body =
    pane(canvas, 70, 130, 380, height - 190, 0.72) +
    drawSubject(
      subject === "none" ? "wanderer" : subject,
      { x: 260, y: height - 130, height: 330 },
      { ink: mix(colours.low, colours.pale, 0.2), light: colours.accent, shade: mix(colours.low, colours.far, 0.6) },
    );
  for (let index = 0; index < 28; index += 1)
    body += slot(canvas, 490 + (index % 7) * 84, 132 + Math.floor(index / 7) * 84, 74, random.int(0, 7), index === 9);
  body +=
    pane(canvas, 490, height - 234, 578, 174, 0.8) +
    glyph(canvas, 3, 560, height - 150, 76, colours.accent) +
    label(canvas, random.pick(ITEMS), 640, height - 174, 46) +
    label(canvas, "Somebody left this for you.", 640, height - 130, 28, "start", mix(colours.pale, colours.far, 0.3)) +
    gauge(canvas, 640, height - 108, 300, 12, 0.7, colours.accent);
  for (const [index, share] of [0.8, 0.55, 0.9, 0.35].entries())
    body +=
      glyph(canvas, index + 1, 1120, 162 + index * 60, 30, colours.accent) +
      gauge(canvas, 1146, 155 + index * 60, width - 1216, 14, share, colours.accent);
  return body;
}

function mapPage(canvas: Canvas): string {
  const { width, height, colours, random } = canvas;
  let body = rect(110, 128, width - 220, height - 190, mix(colours.pale, colours.low, 0.35), 'rx="10"');
  for (let index = 0; index < 12; index += 1) {
    const [x, y, rx] = [random.between(210, width - 210), random.between(220, height - 160), random.between(40, 130)];
    body +=
      ellipse(x, y, rx, rx * 0.55, mix(colours.low, colours.far, random.between(0.2, 0.7)), 'opacity="0.45"') +
      ellipse(x, y, rx * 0.6, rx * 0.3, "none", `stroke="${colours.near}" stroke-width="1.2" opacity="0.45"`);
  }
  let route = `M${random.int(180, 240)} ${random.int(440, 560)}`;
  for (let index = 1; index < 7; index += 1) {
    const [x, y] = [200 + (index * (width - 420)) / 6, random.between(230, height - 170)];
    route += ` L${n(x)} ${n(y)}`;
    body +=
      circle(x, y, 13, colours.near) +
      circle(x, y, 7, index % 3 ? colours.accent : "#ff5d4d") +
      label(
        canvas,
        random.pick(["Lower Weir", "Cold Ferry", "The Steps", "Gallows Oak", "Saltmouth", "Nine Wells", "Kiln Yard"]),
        x + 20,
        y + 9,
        28,
        "start",
        colours.near,
      );
  }
  return body + path(route, "none", `stroke="${colours.near}" stroke-width="4" stroke-dasharray="12 9"`);
}

function skillPage(canvas: Canvas): string {
  const { width, height, colours, random } = canvas;
  let lines = "";
  let nodes = "";
  const spots = Array.from({ length: 16 }, (_, index) => ({
    x: 240 + (index % 6) * 165 + random.between(-26, 26),
    y: 210 + Math.floor(index / 6) * 165 + random.between(-22, 22),
  }));
  for (const [index, spot] of spots.entries()) {
    const next = spots[index + (index % 2 ? 6 : 1)];
    const isOn = index < 8;
    if (next)
      lines += path(
        `M${n(spot.x)} ${n(spot.y)}L${n(next.x)} ${n(next.y)}`,
        "none",
        `stroke="${isOn ? colours.accent : colours.pale}" stroke-width="4" opacity="${isOn ? 0.9 : 0.3}"`,
      );
    nodes +=
      circle(
        spot.x,
        spot.y,
        36,
        isOn ? mix(colours.accent, colours.near, 0.45) : colours.near,
        `stroke="${isOn ? colours.accent : colours.pale}" stroke-width="3"`,
      ) + glyph(canvas, index, spot.x, spot.y, 34);
  }
  return (
    lines +
    nodes +
    label(canvas, `${random.int(1, 6)} points to spend`, width - 90, height - 50, 36, "end", colours.sun)
  );
}
