import type { Picture } from "@/lib/shared/catalogue";

/** A game whose page was looked at; no price, since it would be an old one. */
export type ViewedGame = { slug: string; title: string; cover: Picture | null };

/** Games that are remembered. */
export const MAX_VIEWED = 12;

const KEY = "kratos.viewed-games";

function isPicture(value: unknown): value is Picture {
  const { url, alt, width, height } = Object(value);
  // Only what the shop itself serves is loaded.
  const isOurs = typeof url === "string" && /^\/media\/[\w./-]+$/.test(url) && !url.includes("..");
  return isOurs && typeof alt === "string" && width > 0 && height > 0;
}

function isViewed(value: unknown): value is ViewedGame {
  const { slug, title, cover } = Object(value);
  const isNamed = typeof slug === "string" && /^[a-z0-9-]{1,200}$/.test(slug) && typeof title === "string";
  return isNamed && (cover === null || isPicture(cover));
}

/** Reads what was looked at, newest first; what is not ours counts as nothing. */
export function readViewed(text: string | null): ViewedGame[] {
  try {
    const viewed: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(viewed) ? viewed.filter(isViewed).slice(0, MAX_VIEWED) : [];
  } catch {
    return [];
  }
}

/** What was looked at with one game more, each once, newest first. */
function addViewed(viewed: readonly ViewedGame[], game: ViewedGame): ViewedGame[] {
  return [game, ...viewed.filter(({ slug }) => slug !== game.slug)].slice(0, MAX_VIEWED);
}

/**
 * What was looked at in this browser. It stays there: the server never gets to know it. Where the browser gives no room,
 * nothing is kept.
 */
export function createViewedStore(openStorage: () => Storage) {
  const listeners = new Set<() => void>();
  let known: { text: string | null; viewed: ViewedGame[] } = { text: null, viewed: [] };
  const readText = (): string | null => {
    try {
      return openStorage().getItem(KEY);
    } catch {
      return null;
    }
  };
  /** The same list as long as nothing has changed. */
  const list = (): ViewedGame[] => {
    const text = readText();
    if (text !== known.text) known = { text, viewed: readViewed(text) };
    return known.viewed;
  };
  const write = (viewed: readonly ViewedGame[]): void => {
    try {
      if (viewed.length === 0) openStorage().removeItem(KEY);
      else openStorage().setItem(KEY, JSON.stringify(viewed));
    } catch {
      // Nothing is lost but a shelf.
    }
    for (const tell of listeners) tell();
  };
  return {
    list,
    add: ({ slug, title, cover }: ViewedGame) => write(addViewed(list(), { slug, title, cover })),
    clear: () => write([]),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const viewedStore = createViewedStore(() => window.localStorage);
