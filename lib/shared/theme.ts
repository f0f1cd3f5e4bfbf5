/** How the shop looks: as the reader's system does, or as the reader chose. */
export const THEMES = ["system", "light", "dark"] as const;

export type Theme = (typeof THEMES)[number];

/** Cookie that keeps the choice, so that the first paint is in it. */
export const THEME_COOKIE = "kratos_theme";

/** The theme of a cookie's value; anything else is the system's. */
export function toTheme(value: unknown): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}
