import type { Canvas } from "@/jobs/simulate/art/svg";
import type { Scene } from "@/jobs/simulate/world/concept";
import { arena, cards, maze, planet } from "./abstract";
import { hex, iso } from "./board";
import { city, dungeon, road, ruins, station } from "./built";
import { castle, desert, farm, peaks, snow } from "./land";
import { cave, forest, islands, sea } from "./wild";

/** The painter of each scene. */
export const SCENE_PAINTERS: Readonly<Record<Scene, (canvas: Canvas) => string>> = {
  peaks,
  city,
  planet,
  dungeon,
  forest,
  sea,
  desert,
  cards,
  hex,
  iso,
  castle,
  arena,
  maze,
  road,
  ruins,
  snow,
  cave,
  farm,
  station,
  sky: islands,
};
