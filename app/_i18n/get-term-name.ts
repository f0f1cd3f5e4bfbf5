import { getLocale } from "next-intl/server";
import { createTermNamer } from "@/lib/server/i18n/term-names";

/** Names genres, tags and the like in the page's language, for async components of the server. */
export async function getTermName(): ReturnType<typeof createTermNamer> {
  return createTermNamer(await getLocale());
}
