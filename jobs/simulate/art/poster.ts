import { hashText, Random } from "@/jobs/simulate/random";
import type { Scene } from "@/jobs/simulate/world/concept";
import type { WorldGame } from "@/jobs/simulate/world/game";
import { text, textWidth } from "./lettering";
import { COLOURS, type Colours } from "./palettes";
import { paintStage } from "./stage";
import { AIRBORNE, EMBLEMS } from "./subjects";
import { type Canvas, Defs, rect, toDocument } from "./svg";
import { drawTitle, faceOf } from "./title";

/** What the art of a game is drawn from. */
export type ArtSubject = Pick<WorldGame, "slug" | "title" | "developer" | "genres" | "art" | "minimumAge">;

/** A canvas for one picture of a game. */
export function makeCanvas(game: ArtSubject, name: string, width: number, height: number): Canvas {
  const colours: Colours = COLOURS[game.art.palette];
  return {
    width,
    height,
    colours,
    subject: game.art.subject,
    random: new Random(1, `art ${game.slug} ${name}`),
    defs: new Defs(),
  };
}

/** Scenes whose upper part is calm enough for a title. */
const TITLE_ON_TOP: ReadonlySet<Scene> = new Set([
  "peaks",
  "snow",
  "sea",
  "desert",
  "farm",
  "forest",
  "ruins",
  "cave",
  "sky",
]);

function scrim({ width, height, colours, defs }: Canvas, place: "top" | "bottom"): string {
  const stops =
    place === "top"
      ? ([
          [colours.top, 0, 0.9],
          [colours.top, 0.3, 0.42],
          [colours.top, 1, 0],
        ] as const)
      : ([
          [colours.near, 0, 0],
          [colours.near, 0.45, 0.72],
          [colours.near, 1, 0.96],
        ] as const);
  return place === "top"
    ? rect(0, 0, width, height * 0.5, defs.linear(stops))
    : rect(0, height * 0.5, width, height * 0.5, defs.linear(stops));
}

/** The portrait cover: scene, figure, title and studio. */
export function drawCover(game: ArtSubject, width: number, height: number): string {
  const canvas = makeCanvas(game, "cover", width, height);
  const { colours, defs } = canvas;
  const [genre = "action"] = game.genres;
  const isMiddle = EMBLEMS.has(game.art.subject) || AIRBORNE.has(game.art.subject);
  const onTop = !isMiddle && TITLE_ON_TOP.has(game.art.scene) && hashText(`place ${game.slug}`) % 3 !== 0;
  const face = faceOf(game.slug, genre);
  const spot = onTop ? { x: 0.5, foot: 0.9, tall: 0.44 } : { x: 0.5, foot: 0.74, tall: 0.42 };
  const box = { x: width / 2, width: width * 0.86, height: height * 0.27 };
  let body = paintStage(canvas, game.art.scene, spot);
  body += scrim(canvas, onTop ? "top" : "bottom");
  if (onTop)
    body += rect(
      0,
      height * 0.82,
      width,
      height * 0.18,
      defs.linear([
        [colours.near, 0, 0],
        [colours.near, 1, 0.85],
      ]),
    );
  body += drawTitle(canvas, game.title, face, {
    ...box,
    y: onTop ? height * 0.065 : height * 0.905,
    from: onTop ? "top" : "bottom",
  }).body;
  const studio = game.developer.toUpperCase();
  const size = Math.min(19, (width * 0.8 * 100) / textWidth(studio, "teko", 100));
  body += text(studio, width / 2, height * 0.962, {
    face: "teko",
    size,
    fill: colours.pale,
    anchor: "middle",
    spacing: 0.14,
    more: 'opacity="0.78"',
  });
  return toDocument(canvas, body);
}

/** The wide artwork: the figure to the right, room for the page's words on the left. */
export function drawHero(game: ArtSubject, width: number, height: number): string {
  const canvas = makeCanvas(game, "hero", width, height);
  return toDocument(canvas, paintStage(canvas, game.art.scene, { x: 0.66, foot: 0.88, tall: 0.6 }));
}
