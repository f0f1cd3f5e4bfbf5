import type { getTermName } from "@/app/_i18n/get-term-name";

/** Names genres, tags, platforms and features in the page's language. */
export type TermNamer = Awaited<ReturnType<typeof getTermName>>;
