import { getLocale } from "next-intl/server";
import { type Formats, toFormats } from "@/lib/shared/formats/formats";

/** The formats of the page's language, for async components of the server. */
export async function getFormats(): Promise<Formats> {
  return toFormats(await getLocale());
}
