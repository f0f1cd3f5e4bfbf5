import { z } from "zod";
import { REVIEW_LENGTH, reviewLanguageSchema } from "@/lib/shared/reviews";
import type { Draft } from "./actions";

/** Keeps unfinished reviews over reloads of the page, until the browser's session ends; each writer has their own. */
export type DraftStore = {
  find(key: DraftKey): Draft | null;
  put(key: DraftKey, draft: Draft): void;
  drop(key: DraftKey): void;
};

export type DraftKey = { userId: string; slug: string };

const draftSchema = z.object({
  isRecommended: z.boolean().nullable(),
  stars: z.int().min(1).max(5).nullable(),
  body: z.string().max(REVIEW_LENGTH.max * 4),
  locale: reviewLanguageSchema,
});

const toItem = ({ userId, slug }: DraftKey) => `kratos.review.${userId}.${slug}`;

/** A draft store over a browser storage; where that is blocked, a draft lives as long as its page. */
export function createDraftStore(openStorage: () => Storage): DraftStore {
  /** A browser may block its storage, or have no room left: the page's own state still holds the draft. */
  const attempt = <Result>(use: (storage: Storage) => Result): Result | null => {
    try {
      return use(openStorage());
    } catch {
      return null;
    }
  };
  return {
    find(key) {
      const value = attempt((storage) => JSON.parse(storage.getItem(toItem(key)) ?? "null"));
      return draftSchema.safeParse(value).data ?? null;
    },
    put(key, draft) {
      attempt((storage) => storage.setItem(toItem(key), JSON.stringify(draft)));
    },
    drop(key) {
      attempt((storage) => storage.removeItem(toItem(key)));
    },
  };
}

export const sessionDraftStore = createDraftStore(() => window.sessionStorage);
