import type { Scene } from "@/jobs/simulate/world/concept";
import type { GenreSlug } from "@/jobs/simulate/world/genres";
import { menuOverlay, partyHud } from "./hud/party";
import { driveHud, exploreHud, shooterHud } from "./hud/play";
import { cardTable, commandHud, puzzleBoard } from "./hud/rule";
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
  if (style === "command" && position === 1)
    return game.art.scene === "hex" || game.genres.includes("moba") ? "hex" : "iso";
  if (style === "command" && position === 0 && game.genres[0] === "strategy") return "hex";
  if (position === 0) return game.art.scene === "cards" ? "dungeon" : game.art.scene;
  return NEIGHBOURS[game.art.scene][position - 1] ?? game.art.scene;
}

function hud(canvas: Canvas, style: Style, position: number): string {
  const isBusy = position === 1;
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
  const canvas = makeCanvas(game, `shot ${position}`, width, height);
  const style = styleOf(game);
  const scene = sceneOf(game, style, position);
  const withFigure = style === "explore" || style === "drive";
  const spot = style === "drive" ? { x: 0.5, foot: 0.93, tall: 0.26 } : { x: 0.34, foot: 0.86, tall: 0.4 };
  const place = withFigure && position < 2 ? paintStage(canvas, scene, spot) : SCENE_PAINTERS[scene](canvas);
  return toDocument(canvas, place + hud(canvas, style, position));
}
