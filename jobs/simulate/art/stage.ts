import type { Scene, Subject } from "@/jobs/simulate/world/concept";
import { mix } from "./palettes";
import { SCENE_PAINTERS } from "./scenes/scenes";
import { AIRBORNE, drawSubject, EMBLEMS } from "./subjects";
import { type Canvas, circle, ellipse, glow, n, path } from "./svg";

/** Where the figure stands: its foot and height as shares of the picture. */
export type Spot = { x: number; foot: number; tall: number };

/** Scenes with a floor that leads to the middle, where a figure needs no ground of its own. */
const FLOORED: ReadonlySet<Scene> = new Set(["dungeon", "station", "road", "city", "forest", "cave"]);
/** Scenes that are patterns rather than places: a figure is shown as a sign on them. */
const PATTERNS: ReadonlySet<Scene> = new Set(["hex", "iso"]);

function inks({ colours }: Canvas): { ink: string; light: string; shade: string } {
  return {
    ink: colours.near,
    light: mix(colours.sun, colours.accent, 0.4),
    shade: mix(colours.near, mix(colours.low, colours.far, 0.4), 0.42),
  };
}

function mound(canvas: Canvas, x: number, y: number): string {
  const { width, height, colours, defs } = canvas;
  const fill = defs.linear([
    [mix(colours.near, colours.far, 0.3), 0],
    [colours.near, 0.35],
    [colours.near, 1],
  ]);
  const at = x * width;
  return path(
    `M0 ${n(height)} L0 ${n(y + height * 0.12)} C${n(at * 0.4)} ${n(y + height * 0.1)} ${n(at - width * 0.24)} ${n(y + height * 0.005)} ${n(at)} ${n(y - height * 0.004)} C${n(at + width * 0.22)} ${n(y)} ${n(width * 0.85)} ${n(y + height * 0.08)} ${n(width)} ${n(y + height * 0.06)} L${n(width)} ${n(height)}Z`,
    fill,
  );
}

function waterline(canvas: Canvas, y: number): string {
  const { width, height, colours } = canvas;
  let d = `M0 ${n(y)}`;
  const length = width / 9;
  for (let x = 0; x < width; x += length)
    d += ` q${n(length * 0.3)} ${n(-height * 0.02)} ${n(length * 0.6)} 0 q${n(length * 0.2)} ${n(height * 0.012)} ${n(length * 0.4)} 0`;
  const fill = mix(colours.far, colours.near, 0.72);
  return (
    path(`${d} V${n(height)} H0Z`, fill, 'opacity="0.94"') +
    path(d, "none", `stroke="${mix(colours.sun, fill, 0.5)}" stroke-width="2" opacity="0.8"`)
  );
}

function badge(canvas: Canvas, subject: Subject, x: number, y: number, radius: number): string {
  const { colours } = canvas;
  return (
    glow(canvas, x, y, radius * 2, colours.sun, 0.75) +
    circle(x, y, radius, colours.near, 'opacity="0.86"') +
    circle(x, y, radius * 0.93, "none", `stroke="${colours.accent}" stroke-width="${n(radius * 0.03)}"`) +
    circle(
      x,
      y,
      radius * 1.06,
      "none",
      `stroke="${colours.sun}" stroke-width="${n(radius * 0.02)}" stroke-dasharray="${n(radius * 0.1)} ${n(radius * 0.06)}"`,
    ) +
    drawSubject(
      subject,
      { x, y: y + radius * 0.58, height: radius * 1.16 },
      { ink: mix(colours.low, colours.pale, 0.25), light: colours.accent, shade: colours.low },
    )
  );
}

/** Puts the figure into its scene. */
export function figure(canvas: Canvas, scene: Scene, spot: Spot): string {
  const { width, height, colours, subject } = canvas;
  if (subject === "none" || scene === "cards") return "";
  const tall = spot.tall * height;
  const x = spot.x * width;
  const isDeep = scene === "sea" && (subject === "fish" || subject === "robot");
  const isMiddle = EMBLEMS.has(subject) || AIRBORNE.has(subject) || scene === "maze" || isDeep;
  if (PATTERNS.has(scene)) return badge(canvas, subject, x, height * 0.46, tall * 0.62);
  const y = isMiddle ? height * (subject === "rocket" ? 0.62 : 0.44) + tall * 0.5 : spot.foot * height;
  const halo = glow(canvas, x, y - tall * 0.5, tall * 0.85, mix(colours.low, colours.sun, 0.5), isMiddle ? 0.7 : 0.5);
  const body = drawSubject(subject, { x, y, height: tall }, inks(canvas));
  if (scene === "sky" && !isMiddle)
    return (
      halo +
      drawSubject(subject, { x: width * 0.5, y: height * 0.785, height: Math.min(tall, height * 0.3) }, inks(canvas))
    );
  if (isMiddle) return halo + body;
  if (scene === "sea")
    return subject === "ship"
      ? halo + body + waterline(canvas, y - tall * 0.015)
      : halo + mound(canvas, spot.x, y) + body;
  if (FLOORED.has(scene)) return halo + ellipse(x, y, tall * 0.34, tall * 0.05, colours.near, 'opacity="0.55"') + body;
  return halo + mound(canvas, spot.x, y) + body;
}

/** Scene with its figure. */
export function paintStage(canvas: Canvas, scene: Scene, spot: Spot): string {
  return SCENE_PAINTERS[scene](canvas) + figure(canvas, scene, spot);
}
