import { useLocale } from "next-intl";
import { type Formats, toFormats } from "@/lib/shared/formats/formats";

/** The formats of the page's language, for components of the server and of the browser that are not async. */
export function useFormats(): Formats {
  return toFormats(useLocale());
}
