import { createTranslator } from "next-intl";
import { type Locale, toAcceptedLocale } from "@/lib/shared/locale";
import { speak } from "@/lib/shared/say";
import { loadMessages } from "./messages";

/** The language in which a caller of the API is answered: the shop's pages ask for their own. */
export function toRequestLocale(request: Request): Locale {
  return toAcceptedLocale(request.headers.get("accept-language"));
}

/** Turns what `say` made into words of a language; leaves any other text as it is. */
export async function createSayer(locale: Locale): Promise<(text: string) => string> {
  const { errors, notices } = await loadMessages(locale);
  const t = createTranslator({ locale, messages: { errors, notices }, timeZone: "UTC" });
  return (text) => speak(text, t);
}
