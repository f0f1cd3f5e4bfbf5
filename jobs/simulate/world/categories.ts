/** How a game is played or delivered; `key` is the short form of the authored catalogue. */
export const CATEGORIES = [
  { key: "sp", slug: "single-player", name: "Single-player" },
  { key: "mp", slug: "multiplayer", name: "Multiplayer" },
  { key: "coop", slug: "co-op", name: "Co-op" },
  { key: "ocoop", slug: "online-co-op", name: "Online co-op" },
  { key: "local", slug: "local-multiplayer", name: "Local multiplayer" },
  { key: "pvp", slug: "online-pvp", name: "Online PvP" },
  { key: "cross", slug: "cross-platform", name: "Cross-platform play" },
  { key: "pad", slug: "controller-support", name: "Full controller support" },
  { key: "cloud", slug: "cloud-saves", name: "Cloud saves" },
  { key: "ach", slug: "achievements", name: "Achievements" },
  { key: "share", slug: "family-sharing", name: "Family sharing" },
  { key: "mods", slug: "workshop", name: "Workshop" },
  { key: "vr", slug: "vr", name: "VR support" },
  { key: "iap", slug: "in-app-purchases", name: "In-app purchases" },
  { key: "boards", slug: "leaderboards", name: "Leaderboards" },
] as const;

export type CategoryKey = (typeof CATEGORIES)[number]["key"];

/** Category keys by their text, for checking authored lists. */
export const CATEGORY_KEYS: ReadonlyMap<string, CategoryKey> = new Map(CATEGORIES.map(({ key }) => [key, key]));
