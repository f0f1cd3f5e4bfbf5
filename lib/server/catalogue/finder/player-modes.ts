import type { PLAYER_MODES } from "@/lib/shared/catalogue-query";

type PlayerMode = (typeof PLAYER_MODES)[number];

/** Slugs of the categories that say how a game is played: the shop's own and Steam's. */
const CATEGORIES_OF: Record<PlayerMode, readonly string[]> = {
  single: ["single-player"],
  "local-multiplayer": ["local-multiplayer", "local-multi-player", "local-co-op", "shared-split-screen"],
  "online-multiplayer": [
    "online-multi-player",
    "online-pvp",
    "online-co-op",
    "cross-platform",
    "cross-platform-multiplayer",
    "mmo",
  ],
  "co-op": ["co-op", "online-co-op", "local-co-op"],
};

const modesOf = new Map<string, PlayerMode[]>();
for (const [mode, slugs] of Object.entries(CATEGORIES_OF) as [PlayerMode, readonly string[]][]) {
  for (const slug of slugs) modesOf.set(slug, [...(modesOf.get(slug) ?? []), mode]);
}

/** The ways to play that a category speaks for. */
export function listPlayerModes(categorySlug: string): readonly PlayerMode[] {
  return modesOf.get(categorySlug) ?? [];
}
