import { hashText } from "@/jobs/simulate/random";
import type { GenreSlug } from "@/jobs/simulate/world/genres";
import { type Face, text, textExtent, textWidth, toFaceCase } from "./lettering";
import { mix } from "./palettes";
import { type Canvas, n } from "./svg";

const GENRE_FACES: Readonly<Record<GenreSlug, readonly Face[]>> = {
  action: ["bebas", "russo", "bungee"],
  adventure: ["abril", "limelight", "metamorphous"],
  strategy: ["cinzel", "teko", "metamorphous"],
  fps: ["russo", "teko", "orbitron"],
  simulation: ["righteous", "lilita", "abril"],
  puzzle: ["righteous", "lilita", "limelight"],
  "battle-royale": ["bungee", "russo"],
  multiplayer: ["lilita", "bungee", "righteous"],
  survival: ["bebas", "elite", "teko"],
  card: ["limelight", "pirata", "abril"],
  rpg: ["cinzel", "metamorphous", "pirata"],
  "open-world": ["bebas", "cinzel", "teko"],
  sandbox: ["lilita", "righteous"],
  moba: ["russo", "cinzel", "orbitron"],
};

/** The face of a game's lettering: one of its genre's. */
export function faceOf(slug: string, genre: GenreSlug): Face {
  const faces = GENRE_FACES[genre];
  return faces[hashText(`face ${slug}`) % faces.length] ?? "bebas";
}

/** All ways to break words into at most that many lines. */
function* breakings(words: readonly string[], lines: number): Generator<string[]> {
  if (lines === 1 || words.length === 1) {
    yield [words.join(" ")];
    return;
  }
  yield [words.join(" ")];
  for (let cut = 1; cut < words.length; cut += 1) {
    for (const rest of breakings(words.slice(cut), lines - 1)) yield [words.slice(0, cut).join(" "), ...rest];
  }
}

/** Breaks a title into lines that fill the box best: the largest letters, without a line that ends in a small word. */
export function breakTitle(
  title: string,
  face: Face,
  box: { width: number; height: number },
): { lines: string[]; size: number } {
  let best = { lines: [title], size: 0, score: 0 };
  for (const lines of breakings(title.split(" "), 4)) {
    const widest = Math.max(...lines.map((line) => textWidth(line, face, 100)));
    const size = Math.min((box.width / widest) * 100, box.height / (lines.length * 1.04), 150);
    const narrowest = Math.min(...lines.map((line) => textWidth(line, face, 100)));
    const dangling = lines.slice(0, -1).filter((line) => /(^|\s)(of|the|a|to|and|&|in|where)$/i.test(line)).length;
    const score = size * (0.86 + 0.14 * (narrowest / widest)) * (dangling > 0 ? 0.86 : 1);
    if (score > best.score) best = { lines, size, score };
  }
  return best;
}

type TitleBox = { x: number; y: number; width: number; height: number; from: "top" | "bottom" };

/** Draws a title as poster lettering: gradient face, dark edge and shadow. Returns its body and the height it took. */
export function drawTitle(canvas: Canvas, title: string, face: Face, box: TitleBox): { body: string; height: number } {
  const { colours, defs } = canvas;
  const [main = title, subtitle] = title.split(": ");
  const cased = toFaceCase(main, face);
  const { lines, size } = breakTitle(cased, face, { width: box.width, height: box.height * (subtitle ? 0.74 : 1) });
  const extents = lines.map((line) => textExtent(line, face, size));
  const gap = size * 0.16;
  const subSize = subtitle
    ? Math.min(size * 0.5, (box.width / textWidth(toFaceCase(subtitle, face), face, 100)) * 100, 46)
    : 0;
  const tall = extents.reduce((sum, extent) => sum + extent.above + gap, -gap) + (subtitle ? subSize * 1.6 : 0);
  const fill = defs.linear([
    ["#ffffff", 0],
    [colours.pale, 0.45],
    [mix(colours.sun, colours.accent, 0.35), 1],
  ]);
  let y = box.from === "top" ? box.y : box.y - tall;
  let shadow = "";
  let front = "";
  lines.forEach((line, index) => {
    y += extents[index]?.above ?? size;
    const at = box.x;
    shadow += text(line, at, y + size * 0.06, {
      face,
      size,
      fill: colours.near,
      anchor: "middle",
      more: `opacity="0.65" stroke="${colours.near}" stroke-width="${n(size * 0.11)}" stroke-linejoin="round"`,
    });
    front += text(line, at, y, {
      face,
      size,
      fill,
      anchor: "middle",
      more: `stroke="${colours.near}" stroke-width="${n(size * 0.035)}" paint-order="stroke" stroke-linejoin="round"`,
    });
    y += gap;
  });
  if (subtitle) {
    y += subSize * 1.2 - gap * 0.3;
    const style = { face, size: subSize, anchor: "middle" as const };
    front += text(toFaceCase(subtitle, face), box.x, y, {
      ...style,
      fill: colours.near,
      more: `opacity="0.8" stroke="${colours.near}" stroke-width="${n(subSize * 0.2)}" stroke-linejoin="round"`,
    });
    front += text(toFaceCase(subtitle, face), box.x, y, { ...style, fill: colours.accent });
  }
  return { body: shadow + front, height: tall };
}
