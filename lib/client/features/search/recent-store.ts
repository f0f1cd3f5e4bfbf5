import { z } from "zod";
import { MAX_SEARCH_LENGTH } from "@/lib/shared/search-length";

/** Searches that are offered again. */
export const MAX_RECENT = 6;

const KEY = "kratos.recent-searches";

const recentSchema = z.array(z.string().min(1).max(MAX_SEARCH_LENGTH)).max(MAX_RECENT);

/**
 * What was searched for lately, newest first. It stays in this browser: the server never sees it. Where the browser
 * gives no room, nothing is kept.
 */
export function createRecentStore(openStorage: () => Storage) {
  return {
    read(): string[] {
      try {
        return recentSchema.parse(JSON.parse(openStorage().getItem(KEY) ?? "[]"));
      } catch {
        // A private window without storage, or a text that is not ours.
        return [];
      }
    },
    write(recent: readonly string[]): void {
      try {
        if (recent.length === 0) openStorage().removeItem(KEY);
        else openStorage().setItem(KEY, JSON.stringify(recent));
      } catch {
        // Nothing is lost but a shortcut.
      }
    },
  };
}

export type RecentStore = ReturnType<typeof createRecentStore>;

export const localRecentStore = createRecentStore(() => window.localStorage);
