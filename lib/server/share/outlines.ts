import { readFile } from "node:fs/promises";
import path from "node:path";
import opentype, { type Command, type Font } from "opentype.js";

/** Letters are drawn as outlines: a bare machine has no fonts that an SVG could name. */
const FONT_FILE = "node_modules/@fontsource/space-grotesk/files/space-grotesk-latin-700-normal.woff";

let loading: Promise<Font> | undefined;

async function loadFont(): Promise<Font> {
  const file = await readFile(path.join(process.cwd(), FONT_FILE));
  return opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer);
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Path data of an outline. The library's own writes NaN for coordinates within 1e-6 of a whole number. */
function toPathData(commands: readonly Command[]): string {
  return commands
    .map((command) => {
      if (command.type === "Z") return "Z";
      const numbers =
        "x2" in command
          ? [command.x1, command.y1, command.x2, command.y2]
          : "x1" in command
            ? [command.x1, command.y1]
            : [];
      return `${command.type}${[...numbers, command.x, command.y].map(round).join(" ")}`;
    })
    .join("");
}

/** Sets text in the shop's own face. */
export type Lettering = {
  /** Whether the face has every letter of the text. */
  canSet(text: string): boolean;
  widthOf(text: string, size: number): number;
  /** The line as SVG path data, its baseline at (x, y). */
  outline(text: string, x: number, y: number, size: number): string;
};

/** The shop's face; read from its file once. */
export async function getLettering(): Promise<Lettering> {
  loading ??= loadFont();
  const font = await loading;
  return {
    canSet: (text) => Array.from(text).every((character) => font.hasChar(character)),
    widthOf: (text, size) => font.getAdvanceWidth(text, size),
    outline: (text, x, y, size) => toPathData(font.getPath(text, x, y, size).commands),
  };
}
