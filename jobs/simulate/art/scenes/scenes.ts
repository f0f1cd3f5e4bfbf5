import type { Canvas } from "@/jobs/simulate/art/svg";
import type { Scene } from "@/jobs/simulate/world/concept";
import { arena } from "./arena";
import { cards } from "./cards";
import { castle } from "./castle";
import { cave } from "./cave";
import { city } from "./city";
import { desert } from "./desert";
import { farm } from "./farm";
import { forest } from "./forest";
import { dungeon, station } from "./halls";
import { hex } from "./hex";
import { islands } from "./islands";
import { iso } from "./iso";
import { peaks, snow } from "./land";
import { maze } from "./maze";
import { planet } from "./planet";
import { road } from "./road";
import { ruins } from "./ruins";
import { sea } from "./sea";

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
