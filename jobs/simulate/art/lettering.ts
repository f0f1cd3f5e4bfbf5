import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import opentype, { type Command, type Font } from "opentype.js";
import { n } from "./svg";

/**
 * Faces of the covers. Letters are drawn as outlines from npm's font files, because a bare machine has no fonts that
 * an SVG could name.
 */
const FACES = {
  bebas: { file: "@fontsource/bebas-neue/files/bebas-neue-latin-400-normal.woff", capitals: true, spacing: 0.02 },
  cinzel: { file: "@fontsource/cinzel/files/cinzel-latin-800-normal.woff", capitals: true, spacing: 0.02 },
  orbitron: { file: "@fontsource/orbitron/files/orbitron-latin-800-normal.woff", capitals: true, spacing: 0.03 },
  bungee: { file: "@fontsource/bungee/files/bungee-latin-400-normal.woff", capitals: true, spacing: 0 },
  russo: { file: "@fontsource/russo-one/files/russo-one-latin-400-normal.woff", capitals: true, spacing: 0.01 },
  righteous: { file: "@fontsource/righteous/files/righteous-latin-400-normal.woff", capitals: false, spacing: 0 },
  lilita: { file: "@fontsource/lilita-one/files/lilita-one-latin-400-normal.woff", capitals: false, spacing: 0.01 },
  abril: { file: "@fontsource/abril-fatface/files/abril-fatface-latin-400-normal.woff", capitals: false, spacing: 0 },
  pirata: { file: "@fontsource/pirata-one/files/pirata-one-latin-400-normal.woff", capitals: false, spacing: 0.01 },
  teko: { file: "@fontsource/teko/files/teko-latin-600-normal.woff", capitals: true, spacing: 0.02 },
  metamorphous: {
    file: "@fontsource/metamorphous/files/metamorphous-latin-400-normal.woff",
    capitals: false,
    spacing: 0,
  },
  limelight: { file: "@fontsource/limelight/files/limelight-latin-400-normal.woff", capitals: false, spacing: 0.01 },
  elite: { file: "@fontsource/special-elite/files/special-elite-latin-400-normal.woff", capitals: true, spacing: 0 },
} as const;

export type Face = keyof typeof FACES;

const require = createRequire(import.meta.url);
const fonts = new Map<Face, Font>();

function fontOf(face: Face): Font {
  let font = fonts.get(face);
  if (!font) {
    const file = readFileSync(require.resolve(FACES[face].file));
    font = opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
    fonts.set(face, font);
  }
  return font;
}

/** The text as the face sets it: some faces only have fine capitals. */
export function toFaceCase(text: string, face: Face): string {
  return FACES[face].capitals ? text.toUpperCase() : text;
}

/** Width of a text in pixels. */
export function textWidth(text: string, face: Face, size: number): number {
  return fontOf(face).getAdvanceWidth(text, size, { letterSpacing: FACES[face].spacing });
}

export type TextStyle = {
  face: Face;
  size: number;
  fill: string;
  anchor?: "start" | "middle" | "end";
  more?: string;
  spacing?: number;
};

/** Path data of an outline. The library's own writes NaN for coordinates within 1e-6 of a whole number. */
function toPathData(commands: readonly Command[]): string {
  let data = "";
  for (const command of commands) {
    if (command.type === "Z") data += "Z";
    else if (command.type === "Q") data += `Q${n(command.x1)} ${n(command.y1)} ${n(command.x)} ${n(command.y)}`;
    else if (command.type === "C")
      data += `C${n(command.x1)} ${n(command.y1)} ${n(command.x2)} ${n(command.y2)} ${n(command.x)} ${n(command.y)}`;
    else data += `${command.type}${n(command.x)} ${n(command.y)}`;
  }
  return data;
}

/** A line of text as outlines, its baseline at (x, y). */
export function text(line: string, x: number, y: number, style: TextStyle): string {
  const font = fontOf(style.face);
  const options = { letterSpacing: style.spacing ?? FACES[style.face].spacing };
  const width = style.anchor && style.anchor !== "start" ? font.getAdvanceWidth(line, style.size, options) : 0;
  const left = style.anchor === "middle" ? x - width / 2 : style.anchor === "end" ? x - width : x;
  return `<path d="${toPathData(font.getPath(line, left, y, style.size, options).commands)}" fill="${style.fill}" ${style.more ?? ""}/>`;
}

/** Top and bottom of the drawn letters against their baseline. */
export function textExtent(line: string, face: Face, size: number): { above: number; below: number } {
  const box = fontOf(face).getPath(line, 0, 0, size, { letterSpacing: FACES[face].spacing }).getBoundingBox();
  return { above: -box.y1, below: Math.max(0, box.y2) };
}
