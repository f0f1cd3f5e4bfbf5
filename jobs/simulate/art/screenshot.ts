import type { Scene, Subject } from "@/jobs/simulate/world/concept";
import type { GenreSlug } from "@/jobs/simulate/world/genres";
import { cardTable } from "./hud/card-table";
import { commandHud } from "./hud/command";
import { driveHud } from "./hud/drive";
import { exploreHud } from "./hud/explore";
import { menuOverlay } from "./hud/menu";
import { partyHud } from "./hud/party";
import { puzzleBoard } from "./hud/puzzle-board";
import { shooterHud } from "./hud/shooter";
import { type ArtSubject, makeCanvas } from "./poster";
import { SCENE_PAINTERS } from "./scenes/scenes";
import { paintStage } from "./stage";
import { type Canvas, toDocument } from "./svg";

type Style = "explore" | "shooter" | "command" | "cards" | "puzzle" | "party" | "drive";

const STYLES: Readonly<Record<GenreSlug, Style>> = {
  action: "explore",
  adventure: "explore",
  strategy: "command",
  fps: "shooter",
  simulation: "command",
  puzzle: "puzzle",
  "battle-royale": "shooter",
  multiplayer: "party",
  survival: "explore",
  card: "cards",
  rpg: "explore",
  "open-world": "explore",
  sandbox: "command",
  moba: "command",
};

/** Scenes that a place of the game may also look like, so that its pictures do not all show one spot. */
const NEIGHBOURS: Readonly<Record<Scene, readonly Scene[]>> = {
  peaks: ["snow", "forest", "cave"],
  city: ["road", "city", "ruins"],
  planet: ["station", "desert", "planet"],
  dungeon: ["castle", "cave", "dungeon"],
  forest: ["peaks", "ruins", "forest"],
  sea: ["sea", "cave", "peaks"],
  desert: ["cave", "ruins", "desert"],
  cards: ["dungeon", "castle", "arena"],
  hex: ["hex", "castle", "iso"],
  iso: ["iso", "city", "farm"],
  castle: ["dungeon", "forest", "castle"],
  arena: ["arena", "dungeon", "city"],
  maze: ["maze", "cave", "sky"],
  road: ["city", "road", "desert"],
  ruins: ["city", "forest", "ruins"],
  snow: ["cave", "forest", "snow"],
  cave: ["dungeon", "cave", "peaks"],
  farm: ["forest", "farm", "iso"],
  station: ["planet", "station", "cave"],
  sky: ["peaks", "sky", "forest"],
};

function styleOf(game: ArtSubject): Style {
  const [genre = "action"] = game.genres;
  if (game.art.subject === "car" && genre !== "puzzle") return "drive";
  return STYLES[genre];
}

function sceneOf(game: ArtSubject, style: Style, position: number): Scene {
  if (
    style === "command" &&
    position === 1 &&
    (game.genres[0] === "sandbox" || game.art.scene === "sea" || game.art.scene === "farm")
  )
    return NEIGHBOURS[game.art.scene][1] ?? "iso";
  if (style === "command" && position === 1)
    return game.art.scene === "hex" || game.genres.includes("moba") ? "hex" : "iso";
  if (style === "command" && position === 0 && game.genres[0] === "strategy") return "hex";
  if (position === 0) return game.art.scene === "cards" ? "dungeon" : game.art.scene;
  return NEIGHBOURS[game.art.scene][position - 1] ?? game.art.scene;
}

/** Figures that one could play; others are places and things. */
const PLAYABLE: ReadonlySet<Subject> = new Set([
  "wanderer",
  "soldier",
  "mech",
  "wolf",
  "ship",
  "car",
  "bird",
  "stag",
  "robot",
  "fish",
]);

/** Whether anybody fights in it: not in games for the young, and in building games not at all. */
function hasFights(game: ArtSubject, style: Style): boolean {
  const [genre = "action"] = game.genres;
  return style === "command" ? genre === "strategy" || genre === "moba" : game.minimumAge > 7;
}

function hud(canvas: Canvas, style: Style, position: number, isBusy: boolean): string {
  if (style === "cards") return cardTable(canvas, position);
  if (style === "puzzle") return puzzleBoard(canvas, position);
  if (style === "party") return partyHud(canvas, position);
  if (style === "command") return position === 2 ? menuOverlay(canvas, "map") : commandHud(canvas, isBusy);
  if (style === "drive") return position === 2 ? menuOverlay(canvas, "skills") : driveHud(canvas);
  if (position === 2) return menuOverlay(canvas, style === "shooter" ? "skills" : "pack");
  return style === "shooter" ? shooterHud(canvas, isBusy) : exploreHud(canvas, isBusy);
}

/** A picture of the game as it might look when it is played: a place of it with its display. */
export function drawScreenshot(game: ArtSubject, position: number, width: number, height: number): string {
  const style = styleOf(game);
  const drawn = makeCanvas(game, `shot ${position}`, width, height);
  const canvas: Canvas = { ...drawn, subject: PLAYABLE.has(drawn.subject) ? drawn.subject : "wanderer" };
  const scene = sceneOf(game, style, position);
  const withFigure = style === "explore" || style === "drive";
  const spot = style === "drive" ? { x: 0.5, foot: 0.93, tall: 0.26 } : { x: 0.34, foot: 0.86, tall: 0.4 };
  const place = withFigure && position < 2 ? paintStage(canvas, scene, spot) : SCENE_PAINTERS[scene](canvas);
  return toDocument(canvas, place + hud(canvas, style, position, position === 1 && hasFights(game, style)));
}
