import type { GameConcept } from "@/jobs/simulate/world/concept";
import { ACTION } from "./action";
import { ADVENTURE } from "./adventure";
import { BATTLE_ROYALE } from "./battle-royale";
import { CARD } from "./card";
import { FPS } from "./fps";
import { MOBA } from "./moba";
import { MULTIPLAYER } from "./multiplayer";
import { OPEN_WORLD } from "./open-world";
import { PUZZLE } from "./puzzle";
import { RPG } from "./rpg";
import { SANDBOX } from "./sandbox";
import { SIMULATION } from "./simulation";
import { STRATEGY } from "./strategy";
import { SURVIVAL } from "./survival";

/** Every base game of the demo world. */
export const CONCEPTS: readonly GameConcept[] = [
  ...ACTION,
  ...ADVENTURE,
  ...STRATEGY,
  ...FPS,
  ...SIMULATION,
  ...PUZZLE,
  ...BATTLE_ROYALE,
  ...MULTIPLAYER,
  ...SURVIVAL,
  ...CARD,
  ...RPG,
  ...OPEN_WORLD,
  ...SANDBOX,
  ...MOBA,
];
